//! No blank that was not filled in leaves for a customer, whatever was typed and however it came
//! to be.

use baton_core::case::command::{AddMessage, Command, Tell};
use baton_core::case::kinds::*;
use baton_core::draw::Draw;
use baton_core::log::Effect;
use baton_core::refusal::Code;
use baton_core::template::{read, unresolved};
use baton_core::time::Instant;
use baton_testkit::casebook::world::{World, cast, fields};

/// Pieces of which templates, the values of blanks and plain texts are made.
const PIECES: [&str; 16] = [
    "{{",
    "}}",
    "{",
    "}",
    " ",
    "\n",
    "Hello",
    "{{case.ref}}",
    "{{customer.first_name}}",
    "{{ customer.first_name or \"there\" }}",
    "{{person.name}}",
    "{{nothing}}",
    " or \"",
    "\"",
    "today",
    "ö",
];

fn pick<T: Copy>(draw: &mut Draw, all: &[T]) -> T {
    all[usize::try_from(draw.below(u64::try_from(all.len()).unwrap())).unwrap()]
}

fn typed(draw: &mut Draw, most: u64) -> String {
    (0..draw.below(most)).map(|_| pick(draw, &PIECES)).collect()
}

/// A text as it may come: typed, or from a macro that was filled in with something.
fn text(draw: &mut Draw) -> String {
    let text = typed(draw, 8);
    let values = [typed(draw, 3), typed(draw, 2)];
    match read(&text) {
        Ok(template) => {
            let known = draw.below(3);
            let filled = template.fill(|variable| match variable as u64 % 3 {
                n if n == known => None,
                n => values.get(usize::try_from(n).unwrap()).map(String::as_str),
            });
            filled.text
        }
        Err(_) => text,
    }
}

fn message(draw: &mut Draw, body: String) -> Command {
    let channel = pick(draw, &[Channel::Email, Channel::Letter, Channel::Chat]);
    if draw.below(2) == 0 {
        return Command::AddMessage(AddMessage::plain(MessageKind::Reply, channel, body));
    }
    let kind = pick(draw, UpdateKind::ALL);
    Command::TellCustomer(Tell { kind, channel, body, next_update_by: None, files: Vec::new() })
}

#[test]
fn no_unresolved_variable_can_leave_the_outbox() {
    let mut draw = Draw::new([9; 32], Instant::from_millis(0));
    let (fresh, mut left, mut refused) = (World::new(), 0, 0);
    for _ in 0..4_000 {
        let mut world = fresh.clone();
        let body = text(&mut draw);
        let command = message(&mut draw, body.clone());
        match world.person(cast().amira, command) {
            Ok(_) => {
                let said = world.case.messages.last().unwrap().body;
                assert_eq!(unresolved(world.texts.show(said)), None, "{body:?} left");
                left += 1;
            }
            Err(refusal) => {
                assert!(world.effects.iter().all(|one| !matches!(one, Effect::SendMessage { .. })));
                let blank = body.trim().is_empty() || unresolved(&body).is_some();
                assert!(blank, "{body:?} was refused: {refusal}");
                refused += 1;
            }
        }
    }
    assert!(left > 500 && refused > 500, "{left} left, {refused} were refused");
}

#[test]
fn whoever_left_a_blank_open_hears_which() {
    let mut world = World::new();
    let body = "Hello {{customer.first_name}}, it is on its way.".to_owned();
    let (kind, channel) = (MessageKind::Reply, Channel::Email);
    let reply = AddMessage::plain(kind, channel, body);
    let refused = world.person(cast().amira, Command::AddMessage(reply.clone()));
    let said = refused.clone().unwrap_err().fields.remove(0);
    assert_eq!(said.code, "unresolved");
    assert!(said.message.starts_with("“{{customer.first_name}}” is not filled in"), "{said:?}");
    assert_eq!(fields(refused), (Code::Invalid, vec!["body".to_owned()]));
    // What stays among colleagues may hold one: a note can be about a macro.
    let note = AddMessage { kind: MessageKind::Note, channel: Channel::Internal, ..reply };
    world.person(cast().amira, Command::AddMessage(note)).unwrap();
}
