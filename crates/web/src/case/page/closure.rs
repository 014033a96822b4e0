//! The close check: every rule of the gate with its tick, what exactly is missing, and the form.

use baton_core::access::Who;
use baton_core::case::Case;
use baton_core::case::decide::may_close;
use baton_core::case::kinds::{ExemptionKind, MessageKind};
use baton_core::case::request::Request;
use baton_core::case::request::sight::sight;
use baton_core::case::state::PromiseState;
use baton_core::directory::Role;
use baton_core::say;
use maud::{Markup, html};

use super::lanes::ball_of;
use super::{frame, since};
use crate::case;
use crate::case::closure::{CLOSURE, command};
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::reach::{self, File};
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;
use crate::ui::check::{Rule, rules};
use crate::ui::lane::sentence;
use crate::ui::words::{channel, exemption};

pub const ROUTES: &[Route] = &[
    Route::get("/cases/{id}/closure/new", "pages.cases.closure.new", Access::SignedIn, new)
        .summary("What keeps a case from closing, and the form to close it")
        .answers(&[Reply::bare(200, "The check")]),
    Route::post("/cases/{id}/closure", "pages.cases.closure.create", Access::SignedIn, create)
        .summary("Close a case")
        .body(&CLOSURE)
        .again(new)
        .answers(&[Reply::bare(303, "Back to the case")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        let case = &*file.case;
        if let Some(merger) = &case.merger {
            let main = html! {
                p.lead { (tell!("case-closure-the-case-goes-on-in-and", reference = merger.reference())) }
                (ui::button::plain_link(say!("case-closure-back-to-the-case"), &frame::at(case, "")))
            };
            return frame::page(&ctx, &file, say!("case-closure-close-the-case"), main, None).await;
        }
        if case.closure.is_some() {
            let main = html! {
                p.lead { (say!("case-closure-the-case-is-closed-already")) }
                (ui::button::row(&[
                    ui::button::plain_link(say!("case-closure-back-to-the-case"), &frame::at(case, "")),
                    ui::button::plain_link(say!("case-closure-reopen-it"), &frame::at(case, "reopening/new")),
                ]))
            };
            return frame::page(&ctx, &file, say!("case-closure-close-the-case"), main, None).await;
        }
        let [requests, told, promises] = gate(&file, &ctx.who);
        let exempt = requests.met && !told.met && promises.met;
        let lead = lead(case, exempt);
        let main = html! {
            p.lead { (lead) }
            (rules(&[requests, told, promises]))
            @if may_close(case) { (closing(&ctx, &file)) }
            @if exempt { (exempting(&ctx, &file)) }
            @if !may_close(case) && !exempt {
                (ui::button::row(&[ui::button::plain_link(say!("case-closure-back-to-the-case"), &frame::at(case, ""))]))
            }
        };
        frame::page(&ctx, &file, say!("case-closure-close-check"), main, None).await
    })
}

fn lead(case: &Case, exempt: bool) -> &'static str {
    match (may_close(case), exempt) {
        (true, _) => say!("case-closure-every-rule-is-met-say-how"),
        (false, true) => say!("case-closure-the-customer-does-not-know-the"),
        (false, false) => say!("case-closure-something-is-still-missing"),
    }
}

/// The rules of the gate in the order in which they are looked at.
fn gate(file: &File, who: &Who) -> [Rule; 3] {
    let case = &*file.case;
    let open = case.requests.iter().filter(|one| one.blocks_closing());
    let missing: Vec<_> = open.map(|one| of_request(file, one, who)).collect();
    let requests = Rule {
        text: say!("case-closure-no-request-to-another").to_owned(),
        met: missing.is_empty(),
        missing,
    };
    let promised = case.promises.iter().filter(|promise| promise.state == PromiseState::Open);
    let settle = |promise: &baton_core::case::state::Promise| {
        let what = say!(
            "case-closure-still-expected",
            trim_end_matches = file.texts.show(promise.what).trim_end_matches('.')
        );
        let href = frame::at(case, &format!("promises/{}/settlement/new", promise.id));
        (what, say!("case-closure-settle-it").to_owned(), href)
    };
    let missing: Vec<_> = promised.map(settle).collect();
    let promises = Rule {
        text: say!("case-closure-everything-promised-to-the").to_owned(),
        met: missing.is_empty(),
        missing,
    };
    [requests, of_telling(case), promises]
}

fn of_request(file: &File, request: &Request, who: &Who) -> (String, String, String) {
    let reference = format!("{}/{}", file.case.reference(), request.ordinal);
    if !sight(&file.case, request, who).any() {
        let text = say!("case-closure-is-being-prepared-by-another", reference);
        return (text, say!("case-closure-back-to-the-case").to_owned(), frame::at(&file.case, ""));
    }
    let need = file.texts.show(request.ask.need);
    let moves = ball_of(file, request, who).map(|ball| sentence(&ball)).unwrap_or_default();
    let link = say!("case-closure-open", reference);
    (format!("“{need}” {moves}."), link, format!("/requests/{}", request.id))
}

fn of_telling(case: &Case) -> Rule {
    if case.is_internal() {
        let text = say!("case-closure-internal-case-there-is-no").to_owned();
        return Rule { text, met: true, missing: Vec::new() };
    }
    let met = case.customer_is_told();
    let why = match case.told() {
        None => say!("case-closure-nobody-has-told-the-customer-an"),
        Some(_) => say!("case-closure-an-answer-is-newer-than-what"),
    };
    let href = frame::at(case, "customer-updates/new?kind=outcome");
    let missing = (why.to_owned(), say!("case-closure-tell-the-customer").to_owned(), href);
    let missing = if met { Vec::new() } else { vec![missing] };
    Rule { text: say!("case-closure-the-customer-knows-the-outcome").to_owned(), met, missing }
}

fn closing(ctx: &Ctx, file: &File) -> Markup {
    let fields = html! { (ctx.form(&CLOSURE).lines("outcome", 4)) };
    frame::form(
        ctx,
        &file.case,
        "closure",
        &fields,
        ui::button::main(say!("case-closure-close-the-case")),
    )
}

/// The second way out: the customer cannot or must not be told, and that is proven.
fn exempting(ctx: &Ctx, file: &File) -> Markup {
    let form = ctx.form(&CLOSURE);
    let kinds: Vec<_> =
        ExemptionKind::ALL.iter().map(|kind| (kind.name(), exemption(*kind))).collect();
    let heard = heard(ctx, file);
    let heard: Vec<(&str, &str)> =
        heard.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    let approvers = approvers(file);
    let approvers: Vec<(&str, &str)> =
        approvers.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    let fields = html! {
        (form.radios("exemption.kind", &kinds))
        (form.lines("exemption.evidence", 3))
        @if !heard.is_empty() { (form.select("exemption.message", &heard)) }
        @if !approvers.is_empty() { (form.select("exemption.approved_by", &approvers)) }
        (form.text("exemption.survivor"))
        (form.lines("outcome", 3))
    };
    let open = ctx.refusal.is_some();
    html! {
        details.exemption open[open] {
            summary { (say!("case-closure-the-customer-cannot-be-told")) }
            p { (say!("case-closure-a-case-closes-without-telling")) }
            (frame::form(ctx, &file.case, "closure", &fields, ui::button::grave(say!("case-closure-close-without-telling"))))
        }
    }
}

/// Messages and calls in which the customer may have withdrawn: id and how each is told apart.
fn heard(ctx: &Ctx, file: &File) -> Vec<(String, String)> {
    let from_customer = file.case.messages.iter().filter(|message| {
        matches!(message.kind, MessageKind::Inbound | MessageKind::Call) && !message.automatic
    });
    let said = from_customer.map(|message| {
        let body: String = file.texts.show(message.body).chars().take(60).collect();
        let when = ui::when::words(message.at, ctx.now, &ctx.zone());
        (message.id.to_string(), format!("{}, {when}: {body}", channel(message.channel)))
    });
    said.collect()
}

fn approvers(file: &File) -> Vec<(String, String)> {
    let directory = &file.directory;
    let compliance = directory.active_people().filter(|person| person.has(Role::Compliance));
    compliance.map(|one| (one.id.to_string(), directory.person_name(one.id).to_owned())).collect()
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        since::look(&mut ctx, &case).await?;
        let case = case::act(&ctx, command(&ctx).await?).await?;
        frame::done(&case, say!("case-closure-the-case-is-closed"))
    })
}

pub fn samples() -> Vec<Page> {
    let rule = |text: &str, met, missing| Rule { text: text.to_owned(), met, missing };
    let tell = (
        "An answer is newer than what the customer was last told.".to_owned(),
        "Tell the customer".to_owned(),
        "/cases/1/customer-updates/new".to_owned(),
    );
    let list = [
        rule("No request to another department is open", true, Vec::new()),
        rule("The customer knows the outcome", false, vec![tell]),
        rule("Everything promised to the customer is settled", true, Vec::new()),
    ];
    let main = html! { p.lead { "The customer does not know the outcome yet." } (rules(&list)) };
    vec![Page::new("Close check", main).caption("C-1042 · Kettle arrived broken").at(Place::Cases)]
}
