use super::*;

fn from_file(text: &str) -> Sources {
    Sources { file: Some((PathBuf::from("baton.toml"), text.to_owned())), ..Sources::default() }
}

fn value(sources: &Sources, key: &str) -> (String, String) {
    let values = read(sources).unwrap();
    (values[key].value.clone(), values[key].origin.to_string())
}

fn faults(sources: &Sources) -> Vec<String> {
    read(sources).unwrap_err()
}

fn pair(text: &str, origin: &str) -> (String, String) {
    (text.to_owned(), origin.to_owned())
}

#[test]
fn a_flag_beats_the_environment_which_beats_the_file_which_beats_the_default() {
    let mut sources = Sources::default();
    assert_eq!(value(&sources, "listen"), pair("127.0.0.1:8080", "default"));

    sources = from_file("# ours\nlisten = \"127.0.0.1:1\"\n");
    assert_eq!(value(&sources, "listen"), pair("127.0.0.1:1", "baton.toml:2"));

    sources.environment.push(("BATON_LISTEN".into(), "127.0.0.1:2".into()));
    assert_eq!(value(&sources, "listen"), pair("127.0.0.1:2", "environment BATON_LISTEN"));

    sources.flags = Flags::default().with("listen", Some("127.0.0.1:3".into()), "--listen");
    assert_eq!(value(&sources, "listen"), pair("127.0.0.1:3", "flag --listen"));
}

#[test]
fn a_section_of_the_file_and_a_dotted_key_are_the_same_setting() {
    let section = from_file("[log]\nlevel = \"debug\"\n");
    let dotted = from_file("log.level = \"debug\"\n");
    assert_eq!(value(&section, "log.level").0, "debug");
    assert_eq!(value(&dotted, "log.level").0, "debug");
}

#[test]
fn an_unknown_key_is_refused_with_its_line_and_the_nearest_name() {
    let sources = from_file("zone = \"UTC\"\n\n[smtp]\nhots = \"mail\"\n");
    assert_eq!(
        faults(&sources),
        ["baton.toml:4: there is no setting `smtp.hots`. Did you mean `smtp.host`?"]
    );
    let sources = from_file("[weather]\nrain = true\n");
    assert!(faults(&sources)[0].starts_with("baton.toml:1: there is no setting `weather`."));
}

#[test]
fn a_file_that_is_no_toml_is_refused_with_its_line() {
    let sources = from_file("zone = \"UTC\"\nlisten = \n");
    assert!(faults(&sources)[0].starts_with("baton.toml:2: "), "{:?}", faults(&sources));
}

#[test]
fn every_fault_is_named_and_not_only_the_first() {
    let sources = from_file("listen = \"here\"\nzone = \"Mars/Crater\"\nsmtp.port = 0\nx = 1\n");
    let faults = faults(&sources);
    assert_eq!(faults.len(), 4, "{faults:?}");
}

#[test]
fn mail_settings_that_need_each_other_are_refused_apart() {
    let sources = from_file("[smtp]\nhost = \"mail.example.org\"\nuser = \"desk\"\n");
    assert_eq!(faults(&sources).len(), 2);
}

#[test]
fn a_variable_that_means_nothing_is_named_with_the_nearest_one() {
    let environment = vec![
        ("BATON_LISSEN".to_owned(), "x".to_owned()),
        ("BATON_URL".to_owned(), "x".to_owned()),
        ("BATON_TEST_POSTGRES".to_owned(), "x".to_owned()),
    ];
    let sources = Sources { environment, ..Sources::default() };
    assert_eq!(
        unknown_variables(&sources),
        ["environment BATON_LISSEN means nothing. Did you mean BATON_LISTEN?"]
    );
}

#[test]
fn settings_are_at_most_forty_and_their_defaults_are_right() {
    assert!(SETTINGS.len() <= 40);
    let settings = Settings::new(&read(&Sources::default()).unwrap()).unwrap();
    assert_eq!(settings.smtp, None);
    assert_eq!(settings.database, None);
    assert_eq!(settings.mail_domain, "localhost");
}

#[test]
fn the_mail_domain_is_the_senders_unless_it_is_set() {
    let mut text = "[smtp]\nhost = \"mail\"\nfrom = \"desk@example.org\"\n".to_owned();
    let domain = |text: &str| Settings::new(&read(&from_file(text)).unwrap()).unwrap().mail_domain;
    assert_eq!(domain(&text), "example.org");
    text.push_str("[mail]\ndomain = \"id.example.org\"\n");
    assert_eq!(domain(&text), "id.example.org");
}
