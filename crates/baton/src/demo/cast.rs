//! The people of the demo organisation.

use baton_core::directory::Role;

/// Domain of the organisation's addresses; reserved, so that no letter reaches anybody.
pub(super) const DOMAIN: &str = "wrenburyhale.example";

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Rank {
    Lead,
    /// In the order of the list.
    Deputy,
    Member,
    /// Belongs to the department and takes no work of it.
    OnCall,
}

pub(super) struct Colleague {
    pub name: &'static str,
    /// Part of the address before the @.
    pub local: &'static str,
    pub department: &'static str,
    pub rank: Rank,
    /// How much of the department's work goes to them.
    pub weight: u32,
    pub roles: &'static [Role],
    pub zone: &'static str,
    /// Role under which the demo offers them for signing in.
    pub shown_as: Option<&'static str>,
}

const fn of(
    department: &'static str,
    rank: Rank,
    weight: u32,
    name: &'static str,
    local: &'static str,
) -> Colleague {
    let (roles, zone) = (&[] as &[Role], "Europe/London");
    Colleague { name, local, department, rank, weight, roles, zone, shown_as: None }
}

impl Colleague {
    const fn with(mut self, roles: &'static [Role]) -> Self {
        self.roles = roles;
        self
    }

    const fn shown_as(mut self, role: &'static str) -> Self {
        self.shown_as = Some(role);
        self
    }

    const fn in_zone(mut self, zone: &'static str) -> Self {
        self.zone = zone;
        self
    }

    pub fn email(&self) -> String {
        format!("{}@{DOMAIN}", self.local)
    }
}

const SERVICE: &str = "Customer service";
const SALES: &str = "Sales";
const LOGISTICS: &str = "Logistics";
const TECHNICAL: &str = "Technical support";
const BILLING: &str = "Billing";
const COMPLAINTS: &str = "Complaints";
const PROTECTION: &str = "Data protection";
const IT: &str = "IT";

use Rank::{Deputy, Lead, Member, OnCall};

pub(super) const PEOPLE: &[Colleague] = &[
    of(SERVICE, Lead, 1, "Margaret Okafor", "margaret.okafor")
        .with(&[Role::Arbiter])
        .shown_as("lead"),
    of(SERVICE, Deputy, 2, "Tom Ashworth", "tom.ashworth"),
    of(SERVICE, Deputy, 2, "Sunita Patel", "sunita.patel")
        .with(&[Role::Safeguarding, Role::Vulnerability]),
    of(SERVICE, Member, 4, "Aisha Rahman", "aisha.rahman").shown_as("agent"),
    of(SERVICE, Member, 2, "Callum Reid", "callum.reid"),
    of(SERVICE, Member, 2, "Gwen Pritchard", "gwen.pritchard"),
    of(SERVICE, Member, 2, "Dominic Shaw", "dominic.shaw"),
    of(SERVICE, Member, 2, "Yasmin Farouk", "yasmin.farouk"),
    of(SERVICE, Member, 1, "Ewan Mackie", "ewan.mackie"),
    of(SERVICE, Member, 2, "Chloe Bannister", "chloe.bannister"),
    of(SERVICE, Member, 1, "Marcus Delaney", "marcus.delaney").in_zone("Europe/Dublin"),
    of(SERVICE, OnCall, 0, "Hilary Stanton", "hilary.stanton").with(&[Role::Director]),
    of(SALES, Lead, 1, "Helen Cartwright", "helen.cartwright"),
    of(SALES, Deputy, 2, "Raj Malhotra", "raj.malhotra"),
    of(SALES, Member, 2, "Beth Lomax", "beth.lomax"),
    of(SALES, Member, 2, "Oliver Nkemelu", "oliver.nkemelu"),
    of(SALES, Member, 2, "Sian Howells", "sian.howells").with(&[Role::Communications]),
    of(LOGISTICS, Lead, 1, "Graham Tuttle", "graham.tuttle"),
    of(LOGISTICS, Deputy, 2, "Joanna Kowalczyk", "joanna.kowalczyk"),
    of(LOGISTICS, Member, 4, "Dev Chaudhary", "dev.chaudhary").shown_as("colleague"),
    of(LOGISTICS, Member, 2, "Lee Foster", "lee.foster"),
    of(LOGISTICS, Member, 2, "Mo Hussain", "mo.hussain"),
    of(LOGISTICS, Member, 1, "Patricia Quayle", "patricia.quayle"),
    of(TECHNICAL, Lead, 1, "Fiona Drummond", "fiona.drummond"),
    of(TECHNICAL, Deputy, 2, "Kwame Boateng", "kwame.boateng"),
    of(TECHNICAL, Member, 4, "Ruth Adeyemi", "ruth.adeyemi").shown_as("second_colleague"),
    of(TECHNICAL, Member, 2, "Stuart Penrose", "stuart.penrose"),
    of(TECHNICAL, Member, 2, "Lin Zhao", "lin.zhao").in_zone("Europe/Berlin"),
    of(TECHNICAL, Member, 1, "Neil Abernethy", "neil.abernethy"),
    of(BILLING, Lead, 1, "Caroline Ives", "caroline.ives"),
    of(BILLING, Deputy, 2, "Andrew Maddox", "andrew.maddox"),
    of(BILLING, Member, 3, "Farah Siddiqui", "farah.siddiqui"),
    of(BILLING, Member, 2, "Peter Lyle", "peter.lyle"),
    of(BILLING, Member, 2, "Joyce Mensah", "joyce.mensah"),
    of(COMPLAINTS, Lead, 1, "Rosalind Hargreaves", "rosalind.hargreaves"),
    of(COMPLAINTS, Deputy, 2, "Imran Qureshi", "imran.qureshi").with(&[Role::Complaints]),
    of(COMPLAINTS, Member, 3, "Kate Tolliver", "kate.tolliver"),
    of(COMPLAINTS, Member, 2, "Simon Beck", "simon.beck"),
    of(COMPLAINTS, OnCall, 0, "Victoria Langdale", "victoria.langdale")
        .with(&[Role::Arbiter])
        .shown_as("arbiter"),
    of(PROTECTION, Lead, 2, "Eleanor Voss", "eleanor.voss").with(&[Role::Compliance, Role::Dpo]),
    of(PROTECTION, Deputy, 2, "Jamal Edwards", "jamal.edwards"),
    of(IT, Lead, 2, "Nadia Petrov", "nadia.petrov")
        .with(&[Role::Administrator])
        .shown_as("administrator"),
    of(IT, Deputy, 2, "Craig Sutherland", "craig.sutherland"),
];

/// Who is away: the part of the address, 24-hour periods before the demo's end at which it begins,
/// how many periods it lasts, and who acts meanwhile.
pub(super) const ABSENCES: &[(&str, i64, i64, &str)] = &[
    ("tom.ashworth", 74, 11, "sunita.patel"),
    ("gwen.pritchard", 55, 8, "chloe.bannister"),
    ("helen.cartwright", 33, 12, "raj.malhotra"),
    ("lee.foster", 3, 9, "mo.hussain"),
    ("joanna.kowalczyk", 47, 10, "graham.tuttle"),
    ("kwame.boateng", 20, 7, "stuart.penrose"),
    ("peter.lyle", 1, 6, "joyce.mensah"),
    ("simon.beck", 62, 15, "kate.tolliver"),
    ("rosalind.hargreaves", -6, 10, "imran.qureshi"),
    ("callum.reid", 10, 5, "dominic.shaw"),
];
