//! The computed vectors of reference §1.8, and what no configuration changes.

use super::pack::data as rules_data;
use super::propose::{data as words_data, rules as word_rules};
use super::*;

fn advice(facts: &str) -> (Mode, Vec<Route>, u8, Vec<String>) {
    let pack = Pack::standard();
    let facts = Facts::read(facts).unwrap_or_else(|error| panic!("{facts}: {error}"));
    let advice = advise(&pack, &facts);
    let mut fired: Vec<String> = advice.fired.iter().map(|rule| rule.id.clone()).collect();
    fired.sort_unstable();
    (advice.mode, advice.functional.into_iter().collect(), advice.level, fired)
}

use Mode::{Collaborate, Emergency, Inform, Swarm};
use Route::{
    Communications, Complaints, Compliance, Dpo, IndependentReviewer, Safeguarding,
    Vulnerability as Vulnerable,
};

/// What it is about, the facts, and what is advised.
type Vector = (&'static str, &'static str, Mode, &'static [Route], u8, &'static str);

const VECTORS: &[Vector] = &[
    ("stock check for address fix", "{}", Collaborate, &[], 0, "D01"),
    ("refund paid, for information", r#"{"action_wanted":false}"#, Inform, &[], 0, "D00"),
    ("gas smell", r#"{"safety":"imminent"}"#, Emergency, &[Safeguarding], 3, "D01 D02"),
    (
        "mould, child ill, formal complaint",
        r#"{"safety":"possible","vulnerability":"harm_risk","complaint":"formal"}"#,
        Collaborate,
        &[Complaints, Safeguarding, Vulnerable],
        2,
        "D01 D03 D08 D21",
    ),
    (
        "statement to the wrong person",
        r#"{"data_breach":"suspected"}"#,
        Collaborate,
        &[Dpo],
        2,
        "D01 D04",
    ),
    (
        "refund of 400",
        r#"{"amount_minor":40000,"limits_minor":[5000,25000,100000]}"#,
        Collaborate,
        &[],
        2,
        "D01 D10",
    ),
    (
        "access request due in 2 working days",
        r#"{"legal_deadline_working_days":2,"agreement":"at_risk"}"#,
        Collaborate,
        &[Compliance],
        2,
        "D01 D06 D13",
    ),
    ("2nd contact", r#"{"contacts":2}"#, Swarm, &[], 0, "D01 D11"),
    ("4th contact", r#"{"contacts":4,"agreement":"breached"}"#, Swarm, &[], 1, "D01 D12 D14"),
    ("2 declines", r#"{"bounces":2}"#, Swarm, &[], 1, "D01 D16"),
    ("3 declines, dispute", r#"{"bounces":3,"dispute":"open"}"#, Swarm, &[], 2, "D01 D17 D18"),
    ("deaf customer", r#"{"adjustment":true}"#, Collaborate, &[], 0, "D01 D09"),
    ("3 departments, novel", r#"{"departments":3,"novel":true}"#, Swarm, &[], 0, "D01 D24"),
    (
        "regulated complaint, 4 working days left",
        r#"{"complaint":"regulated","legal_deadline_working_days":4}"#,
        Collaborate,
        &[Complaints],
        1,
        "D01 D07 D21",
    ),
    (
        "formal complaint about the own team",
        r#"{"complaint":"formal","own_team":true}"#,
        Collaborate,
        &[Complaints, IndependentReviewer],
        0,
        "D01 D21 D26",
    ),
    ("media", r#"{"media":true}"#, Collaborate, &[Communications], 2, "D01 D22"),
    ("breached once", r#"{"agreement":"breached"}"#, Collaborate, &[], 1, "D01 D14"),
    ("above 200 %", r#"{"agreement":"failing"}"#, Collaborate, &[], 2, "D01 D15"),
];

#[test]
fn every_vector_is_advised_as_the_reference_says() {
    assert_eq!(VECTORS.len(), 18);
    for (name, facts, mode, functional, level, fired) in VECTORS {
        let (found_mode, found_routes, found_level, found_fired) = advice(facts);
        assert_eq!((found_mode, found_level), (*mode, *level), "{name}");
        assert_eq!(found_routes, *functional, "{name}");
        assert_eq!(found_fired.join(" "), *fired, "{name}");
    }
}

#[test]
fn the_table_has_its_27_rules_and_each_can_fire() {
    let read: Pack = serde_json::from_str(rules_data()).unwrap();
    assert_eq!(read, Pack::standard());
    let ids: Vec<String> = (0..27).map(|n| format!("D{n:02}")).collect();
    assert_eq!(
        read.rules.iter().map(|rule| &rule.id).collect::<Vec<_>>(),
        ids.iter().collect::<Vec<_>>()
    );
    let known = Facts::default().seen();
    for rule in &read.rules {
        assert!(rule.why.ends_with('.') && !rule.when.is_empty(), "{}", rule.id);
        for name in rule.when.iter().flat_map(|all| all.keys()) {
            assert!(known.contains_key(name), "{}: no fact {name}", rule.id);
        }
    }
    let loud = [
        r#"{"safety":"imminent","data_breach":"confirmed","legal_deadline_working_days":-1,
            "vulnerability":"declared","contacts":3,"agreement":"failing","bounces":3,
            "dispute":"deadlocked","complaint":"informal","media":true,"legal_threat":true,
            "departments":4,"customer_risk":"high","own_team":true,"amount_minor":2,
            "limits_minor":[1]}"#,
        r#"{"action_wanted":false,"safety":"possible","legal_deadline_working_days":5,
            "vulnerability":"harm_risk","contacts":2,"agreement":"at_risk","bounces":2,
            "dispute":"open","complaint":"adr"}"#,
        r#"{"legal_deadline_working_days":0,"agreement":"breached"}"#,
    ];
    let mut fired: Vec<String> = loud.iter().flat_map(|facts| advice(facts).3).collect();
    fired.sort_unstable();
    fired.dedup();
    assert_eq!(fired, ids);
}

#[test]
fn the_reasons_come_highest_first() {
    let pack = Pack::standard();
    let facts = r#"{"safety":"possible","vulnerability":"harm_risk","contacts":2}"#;
    let facts = Facts::read(facts).unwrap();
    let ids: Vec<&str> = advise(&pack, &facts).fired.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids, ["D03", "D08", "D11", "D01"]);
}

#[test]
fn whoever_decides_is_the_lowest_level_whose_limit_covers_it() {
    let level = |amount: i64| {
        let facts = format!(r#"{{"amount_minor":{amount},"limits_minor":[50,250,1000]}}"#);
        advice(&facts).2
    };
    assert_eq!([50, 51, 250, 251, 1_000, 1_001].map(level), [0, 1, 1, 2, 2, 3]);
    assert_eq!(Facts::read(r#"{"amount_minor":5}"#), Err(NotFacts::NoLimits));
    let falling = Facts::read(r#"{"amount_minor":5,"limits_minor":[9,3]}"#);
    assert_eq!(falling, Err(NotFacts::LimitsNotAscending));
    assert!(matches!(Facts::read(r#"{"safty":"possible"}"#), Err(NotFacts::Unread(_))));
}

/// Every way to switch rules off and to set levels: all subsets would be 2^27, so each rule alone,
/// all together, and ten thousand drawn at random.
#[test]
fn safety_and_breach_can_never_be_configured_away() {
    let ids: Vec<String> = Pack::standard().rules.into_iter().map(|rule| rule.id).collect();
    let state = std::cell::Cell::new(1_u64);
    let luck = |below: u64| {
        state.set(state.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
        (state.get() >> 33) % below
    };
    let (mut taken, mut refused) = (0, 0);
    for round in 0..10_000_u64 {
        let off = ids.iter().filter(|_| luck(8) == 0 || round == 0).cloned().collect();
        let levels = ids.iter().filter(|_| luck(6) == 0).cloned();
        let levels = levels.map(|id| (id, u8::try_from(luck(5)).unwrap())).collect();
        let tuning = Tuning { off, levels };
        let pack = match Pack::standard().tuned(&tuning) {
            Ok(pack) => pack,
            Err(_) => {
                refused += 1;
                continue;
            }
        };
        taken += 1;
        for (facts, rule, route, level) in [
            (r#"{"safety":"imminent"}"#, "D02", Safeguarding, 3),
            (r#"{"safety":"possible","action_wanted":false}"#, "D03", Safeguarding, 2),
            (r#"{"data_breach":"suspected"}"#, "D04", Dpo, 2),
            (r#"{"data_breach":"confirmed","safety":"possible"}"#, "D04", Dpo, 2),
        ] {
            let facts = Facts::read(facts).unwrap();
            let advice = advise(&pack, &facts);
            assert!(advice.fired.iter().any(|fired| fired.id == rule), "{rule} {tuning:?}");
            assert!(advice.functional.contains(&route) && advice.level >= level, "{tuning:?}");
        }
    }
    assert!(taken > 100 && refused > 1_000, "{taken} taken, {refused} refused");
}

#[test]
fn a_change_that_is_refused_says_why() {
    let tuned = |off: &[&str], levels: &[(&str, u8)]| {
        let off = off.iter().map(|id| (*id).to_owned()).collect();
        let levels = levels.iter().map(|(id, level)| ((*id).to_owned(), *level)).collect();
        Pack::standard().tuned(&Tuning { off, levels })
    };
    for id in PROTECTED {
        assert_eq!(tuned(&[id], &[]), Err(NotTunable::Protected(id.to_owned())));
        assert_eq!(tuned(&[], &[(id, 1)]), Err(NotTunable::Lowered(id.to_owned())));
        assert!(tuned(&[], &[(id, 3)]).is_ok(), "{id} may go higher");
    }
    assert_eq!(tuned(&["D99"], &[]), Err(NotTunable::Unknown("D99".to_owned())));
    assert_eq!(tuned(&[], &[("D11", 4)]), Err(NotTunable::NoLevel("D11".to_owned())));
    let quieter = tuned(&["D11"], &[("D14", 2)]).unwrap();
    let facts = Facts::read(r#"{"contacts":2,"agreement":"breached"}"#).unwrap();
    let advice = advise(&quieter, &facts);
    assert_eq!((advice.mode, advice.level), (Collaborate, 2));
}

#[test]
fn words_propose_facts_and_show_what_they_matched() {
    let text = "This is the THIRD time I write. My solicitor says it's discriminatory, and \
        I have had somebody else's letters!";
    let found: Vec<(&str, &str)> =
        propose(text).iter().map(|proposal| (proposal.fact, proposal.words(text))).collect();
    let expected = [
        ("contacts", "THIRD time"),
        ("legal_threat", "solicitor"),
        ("data_breach", "somebody else's"),
    ];
    assert_eq!(found, expected);
    assert_eq!(propose("Discrimination!")[0].fact, "legal_threat");
    assert_eq!(propose("It smells; there is a gas leak and mould.")[0].value, "imminent");
    assert!(propose("My parcel is late. Please courteously check.").is_empty());
    assert!(propose("").is_empty());
}

/// Each line says what a sentence suggests, and the sentence.
#[test]
fn every_sentence_of_the_table_suggests_what_it_says_and_nothing_else() {
    let wrong = |line: &&str| {
        let (expected, sentence) = line.split_once(": ").unwrap();
        let found: Vec<String> = propose(sentence).iter().map(|one| one.tick().text()).collect();
        let said = if found.is_empty() { "nothing".to_owned() } else { found.join(" ") };
        (said != expected).then(|| format!("{sentence} suggests {said}, not {expected}"))
    };
    let lines = include_str!("data/sentences.txt").lines().filter(|line| !line.is_empty());
    let wrong: Vec<String> = lines.filter_map(|line| wrong(&line)).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_proposal_is_a_fact_only_once_it_is_confirmed() {
    let text = "I smell gas";
    let facts = Facts::default();
    let proposals = propose(text);
    assert_eq!(advise(&Pack::standard(), &facts).level, 0, "nothing is applied by itself");
    let confirmed = proposals[0].tick().over(&facts).unwrap();
    assert_eq!(advise(&Pack::standard(), &confirmed).level, 3);
}

#[test]
fn whatever_is_ticked_says_more_than_what_is_known_and_never_less() {
    let grave = Facts {
        safety: Safety::Imminent,
        data_breach: DataBreach::Confirmed,
        legal_deadline_working_days: Some(1),
        vulnerability: Vulnerability::HarmRisk,
        adjustment: true,
        amount_minor: Some(500),
        limits_minor: vec![50],
        contacts: 4,
        agreement: Standing::Failing,
        bounces: 3,
        dispute: Dispute::Deadlocked,
        complaint: Complaint::Adr,
        media: true,
        legal_threat: true,
        departments: 4,
        novel: true,
        customer_risk: Risk::High,
        own_team: true,
        ..Facts::default()
    };
    let denials = "action_wanted=false safety=none data_breach=none vulnerability=none \
        legal_deadline_working_days=40 adjustment=false amount_minor=1 contacts=1 agreement=ok \
        bounces=0 dispute=none complaint=informal media=false legal_threat=false departments=1 \
        novel=false customer_risk=low own_team=false";
    let ticks: Vec<Tick> = denials.split_whitespace().filter_map(Tick::read).collect();
    assert_eq!(ticks.len(), 18);
    for tick in &ticks {
        assert_eq!(tick.over(&grave), Ok(grave.clone()), "{}", tick.text());
    }
    let read = |text: &str| Tick::read(text).unwrap();
    assert!(read("limits_minor=9").over(&grave).is_err());
    let passed = read("legal_deadline_working_days=-1").over(&grave).unwrap();
    assert_eq!(passed.legal_deadline_working_days, Some(-1));
    let said = read("contacts=5").over(&grave).unwrap();
    assert_eq!(said.contacts, 5);
    let says = |text: &str| read(text).says_more();
    assert!(says("safety=possible") && says("contacts=2") && says("media=true"));
    assert!(!says("safety=none") && !says("contacts=1") && !says("action_wanted=false"));
}

#[test]
fn every_word_rule_is_read_and_its_value_is_one_of_the_fact() {
    let rules = &word_rules().all;
    assert_eq!(rules.len(), words_data().lines().count() - 1);
    for rule in rules {
        let proposal = Proposal { fact: rule.fact, value: rule.value(), at: 0..0, why: rule.why };
        let confirmed = proposal.tick().over(&Facts::default());
        let confirmed = confirmed.unwrap_or_else(|error| panic!("{:?}: {error}", rule.words.0));
        assert_ne!(confirmed, Facts::default(), "{:?} changes nothing", rule.words.0);
        let longest = rule.words.0.iter().map(Vec::len).max().unwrap_or(0);
        for n in 0..longest {
            let word = |any: &Vec<&str>| any[n.min(any.len() - 1)].replace('*', "");
            let said = rule.words.0.iter().map(word).collect::<Vec<_>>().join(" ");
            let found = propose(&said);
            assert!(found.iter().any(|found| found.fact == rule.fact), "{said}");
        }
    }
}
