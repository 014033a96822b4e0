//! Draws what somebody does next: mostly something sensible, often something wrong.

use std::sync::OnceLock;

use baton_core::access::Who;
use baton_core::case::command::*;
use baton_core::case::kinds::*;
use baton_core::case::moves::CaseMove;
use baton_core::case::request::command::*;
use baton_core::case::request::moves::{Move, moves};
use baton_core::case::request::state::Request;
use baton_core::draw::Draw;
use baton_core::ids::{Id, PersonId, RequestId};
use baton_core::log::Actor;
use baton_core::time::{Instant, Span};

use super::canonical;
use super::forms::*;
use super::people::roles;
use super::world::{World, cast};

/// The moves that bring a request nearer to its end.
const ON: &[Move] = &[
    Move::Send,
    Move::Acknowledge,
    Move::ReadBack,
    Move::Confirm,
    Move::Answer,
    Move::ReplyToCounter,
    Move::Redirect,
    Move::Wait,
    Move::Resume,
    Move::Deliver,
    Move::Verify,
];

/// Random numbers, quick and the same for the same seed.
pub struct Chance {
    state: u64,
    everybody: &'static [Who],
}

fn everybody() -> &'static [Who] {
    static EVERYBODY: OnceLock<Vec<Who>> = OnceLock::new();
    EVERYBODY.get_or_init(|| roles().into_iter().map(|(_, who)| who).collect())
}

impl Chance {
    pub fn new(seed: u64) -> Self {
        let mut bytes = [3; 32];
        bytes[..8].copy_from_slice(&seed.to_be_bytes());
        let mut draw = Draw::new(bytes, Instant::from_millis(0));
        Self { state: draw.below(u64::MAX), everybody: everybody() }
    }

    /// SplitMix64: a walk draws too often for a cryptographic stream.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, below: usize) -> usize {
        (self.next() % below.max(1) as u64) as usize
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    pub fn somebody(&mut self) -> Who {
        let at = self.below(self.everybody.len());
        self.everybody[at].clone()
    }

    pub fn while_passes(&mut self) -> Span {
        let spans = [0, 0, 0, 1, 9, 60, 60, 600, 3_600, 3_600, 20_000, 90_000, 500_000];
        Span::seconds(self.of(&spans))
    }

    pub fn channel(&mut self) -> Channel {
        self.of(&[Channel::Phone, Channel::Phone, Channel::Email, Channel::Web, Channel::Internal])
    }

    /// Somebody, and what they try.
    pub fn command(&mut self, world: &World) -> (Who, Command) {
        match self.below(20) {
            0..=3 => {
                let who = self.of_case(world);
                let command = self.on_case(world);
                (who, command)
            }
            4 => self.by_baton(world),
            5 => self.take_back(world).unwrap_or_else(|| self.by_baton(world)),
            6 if world.case.requests.len() < 4 => {
                let who = self.of_case(world);
                let form = self.raise(world);
                (who, Command::Raise(Box::new(form)))
            }
            _ => self.on_request(world),
        }
    }

    /// Mostly somebody who may act on the case.
    fn of_case(&mut self, world: &World) -> Who {
        for _ in 0..4 {
            let who = self.somebody();
            if who.belongs_to(world.case.department) {
                return who;
            }
        }
        self.somebody()
    }

    fn on_case(&mut self, world: &World) -> Command {
        let channel = self.of(&[Channel::Phone, Channel::Email, Channel::Email, Channel::Letter]);
        match self.below(15) {
            // Often refused while another department has it, and seldom drawn else.
            13 => self.waits(world),
            14 => Command::Resume,
            // Wherever what was heard needs no reply, or does after all.
            11 => canonical::of_case(world, CaseMove::WaiveReply),
            12 => canonical::of_case(world, CaseMove::ExpectReply),
            0 => message(self.of(MessageKind::ALL), channel),
            1 => tell(UpdateKind::Holding, channel),
            2 => self.with_next_update(world, channel),
            3 | 4 => tell(UpdateKind::Outcome, channel),
            5 | 6 => closing(),
            7 => self.claim(world),
            8 if !world.case.promises.is_empty() => {
                let at = self.below(world.case.promises.len());
                let reason = (!self.one_in(4)).then(|| "She does not mind.".to_owned());
                let (promise, kept) = (world.case.promises[at].id, self.one_in(2));
                Command::SettlePromise { promise, kept, reason }
            }
            _ => canonical::of_case(world, self.of(CaseMove::ALL)),
        }
    }

    fn waits(&mut self, world: &World) -> Command {
        let (on, resume_by) = (self.of(WaitOn::ALL), world.now + self.while_passes());
        Command::Wait(wait_form(on, resume_by))
    }

    fn with_next_update(&mut self, world: &World, channel: Channel) -> Command {
        let body = "We are still looking.".to_owned();
        let next_update_by = Some(world.now + self.while_passes());
        Command::TellCustomer(Tell {
            kind: UpdateKind::Progress,
            channel,
            body,
            next_update_by,
            files: Vec::new(),
        })
    }

    fn claim(&mut self, world: &World) -> Command {
        let at = self.below(world.case.messages.len() + 1);
        let claim = ClaimExemption {
            kind: self.of(ExemptionKind::ALL),
            evidence: self.one_in(2).then(|| "Her daughter told her by phone.".to_owned()),
            message: world.case.messages.get(at).map(|message| message.id),
            approved_by: Some(self.of(&[cast().nora, cast().joan])),
            survivor: self
                .one_in(2)
                .then(|| Survivor { case: Id::from_bits(77), customer: world.case.customer }),
        };
        Command::Close { outcome: "It ended.".to_owned(), exemption: Some(claim) }
    }

    /// Whoever wrote the newest message takes it back, or somebody else tries.
    fn take_back(&mut self, world: &World) -> Option<(Who, Command)> {
        let message = world.case.messages.iter().rev().find(|of| of.address.is_some())?;
        let author = self.everybody.iter().find(|who| who.actor == message.by)?.clone();
        let who = if self.one_in(5) { self.somebody() } else { author };
        Some((who, Command::UndoMessage { message: message.id }))
    }

    /// The post reports, a customer writes, a timer looks.
    fn by_baton(&mut self, world: &World) -> (Who, Command) {
        let who = if self.one_in(12) { self.somebody() } else { Who::system() };
        let messages = &world.case.messages;
        let at = self.below(messages.len());
        let command = match (self.below(5), messages.get(at)) {
            (4, _) => Command::CheckPromises,
            (0, Some(message)) => Command::RecordLeft { message: message.id },
            (1, Some(message)) => {
                let reason = "No such mailbox.".to_owned();
                Command::RecordBounce { message: message.id, reason }
            }
            (2, _) => Command::Receive(Incoming {
                body: "Where is it?".to_owned(),
                address: Some("ada@example.org".to_owned()),
                automatic: self.one_in(2),
                ..Incoming::default()
            }),
            _ => match self.request(world) {
                Some(id) => Command::Request(id, Box::new(Act::CheckDue)),
                None => Command::Reopen { reason: "It came back.".to_owned() },
            },
        };
        (who, command)
    }

    fn request(&mut self, world: &World) -> Option<RequestId> {
        let at = self.below(world.case.requests.len());
        world.case.requests.get(at).map(|request| request.id)
    }

    fn raise(&mut self, world: &World) -> Raise {
        let cast = cast();
        let to = self.of(&[cast.logistics, cast.logistics, cast.technical, cast.customer_service]);
        let mut form = ask(self.of(Mode::ALL), to, world.now);
        form.emergency = self.one_in(8);
        form.draft = self.one_in(5);
        form.service = (to == cast.logistics && self.one_in(3)).then_some(cast.tracing);
        if self.one_in(4) {
            form.needed_by_reason = Some(NeededByReason::LegalClock);
        }
        form.service_class = Some(self.of(ServiceClass::ALL));
        if self.one_in(3) && world.case.customer.is_some() {
            form.shared = vec![share(self.of(&["phone", "email", "notes", "health", "shoe_size"]))];
        }
        if self.one_in(10) {
            form.need = None;
        }
        form
    }

    fn on_request(&mut self, world: &World) -> (Who, Command) {
        let Some(id) = self.request(world) else {
            let form = self.raise(world);
            return (self.somebody(), Command::Raise(Box::new(form)));
        };
        let (who, mv) = self.who_and_move(world, id);
        let mut command = canonical::of_request(world, id, mv, &who);
        if let (Move::Delegate, Command::Raise(form)) = (mv, &mut command) {
            let wild = self.raise(world);
            form.shared = wild.shared;
            form.draft = wild.draft;
            form.mode = wild.mode;
        }
        if let Command::Request(_, act) = &mut command {
            self.vary(world, act);
        }
        (who, command)
    }

    /// Mostly somebody of the side that has to move, and something that leads on.
    fn who_and_move(&mut self, world: &World, id: RequestId) -> (Who, Move) {
        let request = world.request(id);
        let who = if self.one_in(3) { self.somebody() } else { self.mover(request) };
        if self.one_in(6) {
            return (who, self.of(Move::ALL));
        }
        let legal = moves(&world.case, request, &who);
        let on: Vec<_> = legal.iter().copied().filter(|mv| ON.contains(mv)).collect();
        if !on.is_empty() && !self.one_in(4) {
            return (who, self.of(&on));
        }
        // A note is always possible, and would drown the rest.
        let beside: Vec<_> = legal.into_iter().filter(|mv| *mv != Move::Note).collect();
        let all = if beside.is_empty() { Move::ALL } else { &beside };
        (who, self.of(all))
    }

    /// Somebody of the department that has to move, mostly whoever has it.
    fn mover(&mut self, request: &Request) -> Who {
        let department = request.department_to_move();
        let assigned = request.assignee.filter(|_| !self.one_in(4)).map(Actor::Person);
        let of_it = |who: &&Who| who.belongs_to(department) && who.human;
        let has_it = |who: &&Who| assigned.is_none_or(|actor| who.actor == actor);
        let colleagues: Vec<_> = self.everybody.iter().filter(of_it).filter(has_it).collect();
        let at = (self.state >> 7) as usize % colleagues.len().max(1);
        colleagues.get(at).copied().cloned().unwrap_or_else(|| self.everybody[0].clone())
    }

    /// Another choice, or something wrong with it.
    fn vary(&mut self, world: &World, act: &mut Act) {
        let later = world.now + self.while_passes();
        match act {
            Act::Acknowledge { assignee } if self.one_in(4) => *assignee = Some(self.person()),
            Act::Assign { assignee } if self.one_in(3) => *assignee = self.person(),
            Act::ReadBack(form) => self.vary_read_back(world, form),
            Act::Answer { share: shares, .. } if self.one_in(3) => {
                *shares = vec![share(self.of(&["phone", "address", "health"]))];
            }
            Act::ReplyToCounter { accept, text } => {
                *accept = !self.one_in(3);
                *text = self.one_in(2).then(|| "It is promised.".to_owned());
            }
            Act::Counter(form) if self.one_in(3) => form.by = Some(later),
            Act::Decline(form) => {
                form.reason = Some(self.of(DeclineReason::ALL));
                if self.one_in(4) {
                    form.alternative = None;
                }
            }
            Act::Redirect { to } if self.one_in(2) => {
                *to = self.of(&[cast().logistics, cast().technical, cast().billing]);
            }
            Act::Wait(form) => {
                form.on = self.of(WaitOn::ALL);
                form.resume_by = later;
            }
            Act::Revise(form) => **form = Raise { draft: self.one_in(2), ..self.raise(world) },
            Act::Escalate { level, .. } => *level = self.below(5) as u8,
            Act::Merge { survivor } if self.one_in(3) => {
                *survivor = self.request(world).unwrap_or(*survivor);
            }
            Act::Withdraw { reason } | Act::Reopen { reason } if self.one_in(4) => reason.clear(),
            _ => {}
        }
    }

    fn vary_read_back(&mut self, world: &World, form: &mut ReadBackForm) {
        form.acknowledge = self.one_in(3);
        match self.below(24) {
            0 => form.outcome = NEED.to_owned(),
            1 => form.restated.needed_by = Some(world.now),
            2 => form.restated.customer = Some("C-9".to_owned()),
            3 => form.data_sufficient = false,
            _ => {}
        }
    }

    fn person(&mut self) -> PersonId {
        let who = self.somebody();
        match who.actor {
            Actor::Person(id) => id,
            _ => cast().lars,
        }
    }
}
