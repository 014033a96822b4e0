//! Random histories: whatever is tried by whomever, nothing one-sided comes to bind.

use super::*;

fn who(draw: &mut Draw) -> Who {
    match draw.below(6) {
        0 => omar(),
        1 => Who::system(),
        2 => person(15, &[SERVICE, LOGISTICS]),
        3 => person(16, &[SERVICE]),
        4 => lea(),
        _ => amara(),
    }
}

fn command(draw: &mut Draw, world: &World) -> Command {
    let written = world.agreement.as_ref().map_or(0, |agreement| agreement.version);
    match draw.below(16) {
        0 => propose(terms()),
        1..5 => Command::Revise { terms: terms() },
        5 => Command::Withdraw { reason: "No.".to_owned() },
        6 => Command::End {
            from: world.now + Span::times_24h(i64::try_from(draw.below(60)).unwrap()),
            reason: "We part.".to_owned(),
        },
        7 => Command::Sign { written },
        _ => {
            let draft = world.agreement.as_ref().and_then(Agreement::draft);
            Command::Sign { written: draft.map_or(written, |draft| draft.written) }
        }
    }
}

#[test]
fn nothing_one_sided_ever_binds_and_what_is_offered_is_what_is_accepted() {
    let (mut accepted, mut refused, mut bound) = (0, 0, 0);
    for seed in 0..250_u8 {
        let mut world = World::new();
        let mut draw = Draw::new([seed; 32], world.now);
        for _ in 0..40 {
            world.now = world.now + Span::hours(i64::try_from(draw.below(40)).unwrap());
            let (who, command) = (who(&mut draw), command(&mut draw, &world));
            let offered = world.agreement.as_ref().map(|a| moves(a, &who, world.now));
            let mv = match &command {
                Command::Propose { .. } => None,
                Command::Revise { .. } => Some(AgreementMove::Revise),
                Command::Sign { .. } => Some(AgreementMove::Sign),
                Command::Withdraw { .. } => Some(AgreementMove::Withdraw),
                Command::End { .. } => Some(AgreementMove::End),
            };
            let may = offered.zip(mv).map(|(offered, mv)| offered.contains(&mv));
            match world.run(&who, command) {
                Ok(()) => {
                    accepted += 1;
                    assert_ne!(may, Some(false), "accepted, so it was offered");
                }
                Err(refusal) => {
                    refused += 1;
                    let of_the_form = matches!(refusal.code, Code::Invalid | Code::StaleVersion);
                    assert!(may != Some(true) || of_the_form, "{refusal}");
                }
            }
            bound += usize::from(holds(&world));
        }
    }
    assert!(accepted > 1_000 && refused > 1_000 && bound > 500, "{accepted} {refused} {bound}");
}

/// Whether something binds; if so, two people of the two sides have signed it.
fn holds(world: &World) -> bool {
    let Some(agreement) = &world.agreement else { return false };
    let Some(version) = agreement.terms_at(world.now) else { return false };
    let from = version.from_signature.expect("the asking side has signed");
    let to = version.to_signature.expect("the asked side has signed");
    assert_ne!(from.person, to.person);
    assert!(from.at <= world.now && to.at <= world.now);
    assert!(agreement.versions.is_sorted_by_key(|version| version.number));
    true
}
