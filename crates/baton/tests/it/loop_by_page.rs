//! The whole loop by page, without script: every step is a form that was found on a page.

use baton_testkit::http::{Call, Reply};

use crate::bodies::NEED;
use crate::browser::{Browser, Form, forms, only_form, plain};
use crate::world::{ORIGIN, World};

/// Somebody at their pages.
struct Person<'w> {
    browser: Browser<'w>,
}

impl Person<'_> {
    #[track_caller]
    fn open(&mut self, path: &str) -> Reply {
        let page = self.browser.get(path);
        assert_eq!(page.status, 200, "{path}: {}", plain(&page.text()));
        page
    }

    /// The form of a page whose address ends like this.
    #[track_caller]
    fn form(&mut self, path: &str, noun: &str) -> Form {
        let page = self.open(path);
        let all = forms(&page.text());
        let found = all.iter().find(|form| form.action.ends_with(noun));
        found
            .cloned()
            .unwrap_or_else(|| panic!("{path} has no form {noun}: {:?}", plain(&page.text())))
    }

    #[track_caller]
    fn send(&mut self, form: &Form) -> String {
        plain(&self.browser.submit_and_follow(form).text())
    }
}

/// The path that a redirect leads to, as far as it names one thing.
fn thing(reply: &Reply, folder: &str) -> String {
    let to = reply.header("location");
    let id = to.strip_prefix(folder).and_then(|rest| rest.split(['/', '?', '#']).next());
    format!("{folder}{}", id.filter(|id| !id.is_empty()).unwrap_or_else(|| panic!("to {to}")))
}

/// Amira records the customer and opens the case: its page.
fn opened(amira: &mut Person<'_>) -> String {
    let form = amira.form("/customers/new", "/customers");
    let form = form
        .fill("name", "Grace Okafor")
        .fill("emails[0]", "grace@customer.example")
        .fill("phones[0]", "+44 20 7946 0001")
        .fill("address", "4 Canal Street, Leeds");
    let made = amira.browser.submit(&form);
    assert_eq!(made.status, 303, "{}", plain(&made.text()));
    let customer = thing(&made, "/customers/");
    let new = format!("/cases/new?customer={}", customer.trim_start_matches("/customers/"));
    let form = amira.form(&new, "/cases");
    let form = form.fill("subject", "Where is my parcel?").fill("body", "I waited for two days.");
    let made = amira.browser.submit(&form);
    assert_eq!(made.status, 303, "{}", plain(&made.text()));
    thing(&made, "/cases/")
}

/// Asks Logistics; first with half a form, which comes back with what was typed.
fn asked(world: &World, amira: &mut Person<'_>, case: &str) -> String {
    let new = format!("{case}/requests/new?to={}", world.cast.logistics);
    let form = amira.form(&new, "/requests");
    let half = form.fill("mode", "delegate").fill("need", NEED).fill("why", "She waits & waits.");
    let again = amira.browser.submit(&half);
    assert_eq!(again.status, 422, "{}", plain(&again.text()));
    let kept = only_form(&again, &half.action);
    assert_eq!((kept.value("need"), kept.value("why")), (NEED, "She waits & waits."));
    assert_eq!(kept.value("mode"), "delegate");
    let whole = kept
        .fill("outcome_wanted", "We know where it is and when it comes.")
        .fill("why_department", "Only Logistics sees the depots.")
        .fill("background", "Order 7731, sent on Thursday.")
        .fill("needed_by.date", "2026-11-25")
        .fill("needed_by.time", "10:00")
        .tick("share", "phone")
        .fill("purpose.phone", "arrange_delivery");
    let made = amira.browser.submit(&whole);
    assert_eq!(made.status, 303, "{}", plain(&made.text()));
    // Sent a second time, as by an impatient click, it is the same request.
    let twice = amira.browser.submit(&whole);
    assert_eq!((twice.status, twice.header("location")), (303, made.header("location")));
    let mine = amira.open("/from-us");
    let row = "Find the parcel that Ms Okafor";
    assert_eq!(plain(&mine.text()).matches(row).count(), 1, "{}", plain(&mine.text()));
    let page = amira.open(case).text();
    let link = page.split("href=\"/requests/").nth(1).expect("the case leads to its request");
    format!("/requests/{}", link.split(['"', '/', '?']).next().unwrap())
}

fn answered(amira: &mut Person<'_>, tom: &mut Person<'_>, request: &str) {
    let waiting = plain(&tom.open("/to-us").text());
    assert!(waiting.contains("Find the parcel"), "{waiting}");
    let shown = plain(&tom.open(request).text());
    assert!(shown.contains("+44 20 7946 0001"), "the shared field: {shown}");
    assert!(!shown.contains("Canal Street"), "and no other: {shown}");
    let take = tom.form(request, "/acknowledgement");
    tom.send(&take);
    let form = tom.form(&format!("{request}/read-back/new"), "/read-back");
    let form = form
        .fill("outcome", "Amira hears which depot holds it, with a new day.")
        .fill("will_do", "I call the depots today and book a van.")
        .fill("by", "2026-11-25T10:00")
        .fill("restated.needed_by", "2026-11-25T10:00")
        .tick("data_sufficient", "true");
    let customer = tom.form(&format!("{request}/read-back/new"), "/read-back");
    assert!(customer.names.contains(&"restated.customer".to_owned()));
    let reference = shown.split_whitespace().find(|word| word.starts_with("C-")).unwrap();
    let case = reference.split('/').next().unwrap();
    tom.send(&form.fill("restated.customer", case));
    let confirm = amira.form(request, "/confirmation");
    amira.send(&confirm);
    let stale = amira.browser.submit(&confirm);
    assert_ne!(stale.status, 500);
    let form = tom.form(&format!("{request}/delivery/new"), "/delivery");
    let form = form
        .fill("outcome", "It lies in Leeds and comes on Wednesday.")
        .fill("customer_may_be_told", "Your parcel comes on Wednesday.");
    tom.send(&form);
    let verify = amira.form(request, "/verification");
    amira.send(&verify);
}

fn told_and_closed(amira: &mut Person<'_>, case: &str) {
    let early = plain(&amira.open(&format!("{case}/closure/new")).text());
    assert!(early.contains("The customer knows the outcome Missing"), "{early}");
    let form =
        amira.form(&format!("{case}/customer-updates/new?kind=outcome"), "/customer-updates");
    let form = form
        .fill("kind", "outcome")
        .fill("channel", "phone")
        .fill("body", "Your parcel comes on Wednesday.");
    amira.send(&form);
    let form = amira.form(&format!("{case}/closure/new"), "/closure");
    let page = amira.send(&form.fill("outcome", "The parcel came on Wednesday."));
    assert!(page.contains("Closed"), "{page}");
    assert!(page.contains("The parcel came on Wednesday."), "{page}");
}

fn the_loop(world: &World) {
    let mut amira = Person { browser: Browser::of(world, world.cast.amira) };
    let mut tom = Person { browser: Browser::of(world, world.cast.tom) };
    let case = opened(&mut amira);
    let request = asked(world, &mut amira, &case);
    assert_eq!(tom.browser.get(&case).status, 404, "the case is not Tom's");
    answered(&mut amira, &mut tom, &request);
    told_and_closed(&mut amira, &case);
    let story = plain(&amira.open(&case).text());
    for said in ["acknowledged", "read", "confirmed", "delivered", "verified"] {
        assert!(story.to_lowercase().contains(said), "{said} is not told: {story}");
    }
}

#[test]
fn a_request_goes_round_the_loop_by_pages_without_script() {
    World::both(the_loop);
}

#[test]
fn whoever_is_signed_out_is_asked_to_sign_in_and_led_back() {
    let world = World::on_sqlite();
    let scene = world.sent();
    let mut browser = Browser::new(&world.client);
    let path = format!("/cases/{}", scene.case);
    let away = browser.get(&path);
    assert_eq!(away.status, 303);
    let to = away.header("location").to_owned();
    assert!(to.starts_with("/sign-in?next="), "{to}");
    let page = browser.get(&to);
    assert!(!page.text().contains("parcel"), "nothing of the case is shown");
    let password = "correct horse battery staple";
    world.wait(world.desk.set_password(world.cast.amira, password)).unwrap();
    let form = only_form(&page, "/sign-in").fill("email", "amira@baton.example");
    let wrong = browser.submit(&form.clone().fill("password", "not this one"));
    assert_eq!(wrong.status, 422);
    assert!(!wrong.text().contains("not this one"), "a password is never shown again");
    assert_eq!(only_form(&wrong, "/sign-in").value("email"), "amira@baton.example");
    let reply = browser.submit(&form.fill("password", password));
    assert_eq!((reply.status, reply.header("location")), (303, path.as_str()));
    assert_eq!(browser.get(&path).status, 200);
}

#[test]
fn whoever_was_signed_out_while_writing_is_led_back_to_the_form() {
    let world = World::on_sqlite();
    let case = world.sent().case;
    let form = format!("/cases/{case}/messages/new?kind=note");
    let sent = |from: &str| {
        let call = Call::post(
            format!("/cases/{case}/messages"),
            "application/x-www-form-urlencoded",
            "body=Not+lost",
        );
        let reply = Browser::new(&world.client).send(call.header("Referer", from));
        assert_eq!(reply.status, 303);
        reply.header("location").to_owned()
    };
    let back = form.replace('?', "%3F").replace('=', "%3D");
    assert_eq!(sent(&format!("{ORIGIN}{form}")), format!("/sign-in?next={back}"));
    for elsewhere in
        ["https://elsewhere.example/cases", &format!("{ORIGIN}//elsewhere.example"), "/"]
    {
        assert_eq!(sent(elsewhere), "/sign-in", "{elsewhere}");
    }
    let shown_again = format!("{ORIGIN}/cases/{case}/messages");
    assert_eq!(sent(&shown_again), "/sign-in", "what was shown in answer has no address");
}
