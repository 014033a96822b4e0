use super::*;

fn known(variable: Variable) -> Option<&'static str> {
    match variable {
        Variable::CaseRef => Some("C-1042"),
        Variable::PersonName => Some("Priya Raman"),
        Variable::CustomerName => Some("  "),
        _ => None,
    }
}

fn filled(text: &str) -> Filled {
    read(text).unwrap().fill(known)
}

#[test]
fn what_is_known_is_filled_in_and_what_is_not_has_its_other_words() {
    let text =
        "Hello {{customer.first_name or \"there\"}}, {{ case.ref }} is ours. {{person.name}}";
    let done = filled(text);
    assert_eq!(done.text, "Hello there, C-1042 is ours. Priya Raman");
    assert!(done.missing.is_empty() && unresolved(&done.text).is_none());
    assert_eq!(filled("Dear {{customer.name or “customer”}}").text, "Dear customer");
    assert_eq!(filled("{{customer.name or \"\"}}.").text, ".");
}

#[test]
fn a_blank_that_nothing_is_known_for_is_named_once_and_stays_to_be_found() {
    let done = filled("Hello {{customer.name}}. Yes, {{customer.name}}, {{today}}.");
    let named: Vec<_> = done.missing.iter().map(|blank| blank.variable).collect();
    assert_eq!(named, [Variable::CustomerName, Variable::Today]);
    assert_eq!(unresolved(&done.text), Some("{{customer.name}}"));
}

#[test]
fn a_text_that_is_no_template_says_where() {
    let says = |text: &str| read(text).unwrap_err().to_string();
    assert!(says("Hello {{case.ref").starts_with("“{{case.ref” begins a blank"));
    assert!(says("{{case.number}}").contains("Use one of case.ref, case.subject,"));
    assert!(says("{{}}").contains("stands for nothing"));
    for text in ["{{today or}}", "{{today or there}}", "{{today \"x\"}}", "{{today or \"{{x\"}}"] {
        assert!(says(text).contains("Write it like {{customer.first_name"), "{text}");
    }
}

#[test]
fn braces_are_a_blank_only_where_they_are_closed() {
    for (text, found) in [
        ("a {{b}} c", Some("{{b}}")),
        ("{{ x {{y}} }}", Some("{{y}}")),
        ("{{{{a}}}}", Some("{{a}}")),
        ("{{\n}}", Some("{{\n}}")),
        ("{{{}}}", Some("{{}}")),
        ("a }} b {{ c", None),
        ("{ {x} }", None),
        ("", None),
    ] {
        assert_eq!(unresolved(text), found, "{text}");
    }
}

#[test]
fn a_first_name_is_no_title_no_initial_and_no_address() {
    for (name, first) in [
        ("Anna Jones", Some("Anna")),
        ("Jones, Anna", Some("Anna")),
        ("Zoë", Some("Zoë")),
        ("Anne-Marie O'Neill", Some("Anne-Marie")),
        ("Mrs Jones", None),
        ("Dr. Jones", None),
        ("J. Jones", None),
        ("J Jones", None),
        ("anna@example.org", None),
        ("4 You Ltd", None),
        ("", None),
    ] {
        assert_eq!(first_name(name), first, "{name}");
    }
}
