use crate::mail::walk::walk;

fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("baton-walk-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn walked(path: &std::path::Path) -> Vec<(String, String)> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    walk(path).unwrap().map(|found| (found.name, text(found.bytes.unwrap()))).collect()
}

#[test]
fn a_folder_is_walked_in_the_order_of_names() {
    let root = folder("order");
    std::fs::create_dir_all(root.join("b/new")).unwrap();
    for (name, text) in [("c.eml", "3"), ("a.eml", "1"), ("b/new/x:2,S", "2")] {
        std::fs::write(root.join(name), text).unwrap();
    }
    let names: Vec<String> = walked(&root).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["a.eml", "b/new/x:2,S", "c.eml"]);
    assert_eq!(walked(&root.join("c.eml")), [("c.eml".to_owned(), "3".to_owned())]);
    std::fs::remove_dir_all(root).unwrap();
}

#[test]
fn a_maildir_gives_what_has_arrived_only() {
    let root = folder("maildir");
    for (place, text) in [("cur", "1"), ("new", "2"), ("tmp", "half")] {
        std::fs::create_dir_all(root.join(place)).unwrap();
        std::fs::write(root.join(place).join("m"), text).unwrap();
    }
    let found = walked(&root);
    assert_eq!(found, [("cur/m".to_owned(), "1".to_owned()), ("new/m".to_owned(), "2".to_owned())]);
    std::fs::remove_dir_all(root).unwrap();
}

#[test]
fn a_mailbox_file_is_cut_at_its_envelope_lines_and_unescaped() {
    let root = folder("mbox");
    let line = "From ann@example.com Mon May  2 16:07:05 2005\n";
    let text = format!(
        "{line}From: a@example.com\n\nHi\n>From here\n>>From there\n\nFrom me to you at 10:30\n\
         \n{line}not a header\n\n{line}Subject: 2\n\nLast\n"
    );
    std::fs::write(root.join("box.mbox"), text).unwrap();
    let found = walked(&root);
    assert_eq!(found.len(), 2);
    let (name, first) = &found[0];
    assert_eq!(name, "box.mbox#1");
    assert!(first.contains("\nFrom here\n>From there\n") && first.contains(line), "{first}");
    assert_eq!(found[1], ("box.mbox#2".to_owned(), "Subject: 2\n\nLast\n".to_owned()));
    std::fs::remove_dir_all(root).unwrap();
}

#[cfg(unix)]
#[test]
fn a_link_inside_a_folder_is_reported_and_not_followed() {
    let root = folder("link");
    std::os::unix::fs::symlink("/etc/hostname", root.join("link.eml")).unwrap();
    let found: Vec<_> = walk(&root).unwrap().collect();
    assert_eq!(found.len(), 1);
    assert!(found[0].bytes.is_err());
    std::fs::remove_dir_all(root).unwrap();
}

#[test]
fn a_path_that_is_not_there_is_an_error() {
    assert!(walk(std::path::Path::new("no/such/mail")).is_err());
}
