//! Where a story begins: a request brought to a stage, by the API alone.

use baton_core::ids::PersonId;
use serde_json::{Value, json};

use crate::bodies;
use crate::world::World;

/// A case and one request of it, by their ids.
#[derive(Clone, Debug)]
pub struct Scene {
    pub case: String,
    pub request: String,
}

/// The text of a field of an answer.
#[track_caller]
pub fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_else(|| panic!("no text {field} in {value}")).to_owned()
}

impl World {
    /// The id of a customer with something in every field.
    pub fn customer(&self) -> String {
        text(&self.done(self.cast.amira, "/customers", &bodies::customer()), "id")
    }

    /// The id of a case of customer service, owned by Amira.
    pub fn case(&self) -> String {
        let customer = self.customer();
        text(&self.done(self.cast.amira, "/cases", &bodies::case(Some(&customer))), "id")
    }

    /// The id of another case of the same customer, owned by Amira too.
    pub fn beside(&self, case: &str) -> String {
        let shown = self.seen(self.cast.amira, &format!("/cases/{case}"));
        let mut form = bodies::case(shown["customer"].as_str());
        form["subject"] = json!("Still no parcel");
        text(&self.done(self.cast.amira, "/cases", &form), "id")
    }

    /// An act on a request that must go well.
    #[track_caller]
    pub fn act(&self, person: PersonId, request: &str, noun: &str, body: &Value) -> Value {
        self.done(person, &format!("/requests/{request}/{noun}"), body)
    }

    /// Raised by Amira on a case of its own.
    pub fn raised(&self, form: &Value) -> Scene {
        let case = self.case();
        let path = format!("/cases/{case}/requests");
        let request = text(&self.done(self.cast.amira, &path, form), "id");
        Scene { case, request }
    }

    pub fn sent(&self) -> Scene {
        let mut form = bodies::ask(self, self.cast.logistics);
        form["shared_fields"] = json!([bodies::shared("phone")]);
        self.raised(&form)
    }

    pub fn acknowledged(&self) -> Scene {
        let scene = self.sent();
        self.act(self.cast.tom, &scene.request, "acknowledgement", &json!({}));
        scene
    }

    /// Tom reads back what was raised.
    pub fn reads_back(&self, scene: &Scene) {
        let shown = self.seen(self.cast.tom, &format!("/requests/{}", scene.request));
        let body = bodies::read_back(self, &shown);
        self.act(self.cast.tom, &scene.request, "read-back", &body);
    }

    pub fn was_read_back(&self) -> Scene {
        let scene = self.acknowledged();
        self.reads_back(&scene);
        scene
    }

    /// Tom works on it.
    pub fn in_progress(&self) -> Scene {
        let scene = self.was_read_back();
        self.act(self.cast.amira, &scene.request, "confirmation", &json!({}));
        scene
    }

    pub fn delivered(&self) -> Scene {
        let scene = self.in_progress();
        self.act(self.cast.tom, &scene.request, "delivery", &bodies::delivery());
        scene
    }

    pub fn verified(&self) -> Scene {
        let scene = self.delivered();
        self.act(self.cast.amira, &scene.request, "verification", &json!({}));
        scene
    }

    /// The customer is told, by telephone.
    pub fn told(&self, scene: &Scene) {
        let path = format!("/cases/{}/customer-updates", scene.case);
        self.done(self.cast.amira, &path, &bodies::outcome());
    }

    pub fn closed(&self) -> Scene {
        let scene = self.verified();
        self.told(&scene);
        let path = format!("/cases/{}/closure", scene.case);
        self.done(self.cast.amira, &path, &bodies::closure());
        scene
    }

    pub fn declined(&self) -> Scene {
        let scene = self.sent();
        let decline = bodies::decline("Technical Support");
        self.act(self.cast.tom, &scene.request, "decline", &decline);
        scene
    }

    /// Passed on twice already, and declined a third time.
    pub fn passed_on_twice(&self) -> Scene {
        let scene = self.declined();
        let (cast, request) = (self.cast, &scene.request);
        let to = |id: baton_core::ids::DepartmentId| json!({ "to": id.to_string() });
        self.act(cast.amira, request, "redirection", &to(cast.technical));
        self.act(cast.priya, request, "decline", &bodies::decline("Billing"));
        self.act(cast.amira, request, "redirection", &to(cast.billing));
        self.act(cast.ben, request, "decline", &bodies::decline("Logistics"));
        scene
    }
}
