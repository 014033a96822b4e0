use super::*;

fn form(act: &str, text: &str) -> StepForm {
    StepForm { act: Act::parse(act), priority: Some(Priority::High), text: text.to_owned() }
}

fn moment(text: &str) -> Result<(), String> {
    if text == "in 3 days" { Ok(()) } else { Err("This is not understood.".to_owned()) }
}

fn wrong(name: &str, text: &str, steps: &[StepForm]) -> Vec<String> {
    let refusal = Macro::read(name, text, steps, moment).unwrap_err();
    refusal.fields.iter().map(|one| format!("{} {}", one.field, one.code)).collect()
}

#[test]
fn a_macro_is_a_text_and_what_it_does_in_this_order() {
    let steps = [
        form("set_priority", "The customer has waited twice."),
        form("add_note", " {{case.ref}}: called. "),
        form("snooze", "in 3 days"),
    ];
    let made = Macro::read(" Late ", "Hello {{customer.name}}", &steps, moment).unwrap();
    assert_eq!((made.name.as_str(), made.steps.len()), ("Late", 3));
    assert_eq!(made.steps[1], Step::AddNote { text: "{{case.ref}}: called.".to_owned() });
    let acts: Vec<_> = made.steps.iter().map(Step::act).collect();
    assert_eq!(acts, Act::ALL[..2].iter().copied().chain([Act::Snooze]).collect::<Vec<_>>());
    let only = Macro::read("Later", "", &steps[2..], moment).unwrap();
    assert_eq!(only.text, "");
}

#[test]
fn all_that_is_wrong_with_a_macro_is_said_at_once() {
    assert_eq!(wrong("", "", &[]), ["name missing", "text missing"]);
    assert_eq!(wrong("A", "{{case.nr}}", &[]), ["text no_template"]);
    let priority = StepForm { priority: None, ..form("set_priority", "") };
    let steps = [priority, form("add_note", "{{x"), form("snooze", "when pigs fly"), form("", "")];
    assert_eq!(
        wrong("A", "", &steps),
        [
            "steps[0].text missing",
            "steps[0].priority missing",
            "steps[1].text no_template",
            "steps[2].text not_a_moment",
            "steps[3].act missing",
        ]
    );
    let many = vec![form("snooze", "in 3 days"); MOST_STEPS + 1];
    assert_eq!(wrong("A", "", &many), ["steps too_many"]);
}

#[test]
fn what_is_kept_of_an_act_reads_back_as_itself() {
    let steps = [
        Step::SetPriority { priority: Priority::Urgent, reason: "Safety.".to_owned() },
        Step::AddNote { text: "Called.".to_owned() },
        Step::Snooze { until: "in 3 days".to_owned() },
    ];
    let text = serde_json::to_string(&steps).unwrap();
    assert!(text.starts_with(r#"[{"act":"set_priority","priority":"urgent","reason":"Safety."}"#));
    assert_eq!(serde_json::from_str::<Vec<Step>>(&text).unwrap(), steps);
}
