//! Keys stand on the controls that they press, and the command bar offers what somebody may do.

use super::super::house::{House, PRIYA, TOM};
use super::super::pages::{asked, kettle, seen};

#[tokio::test(flavor = "multi_thread")]
async fn the_acts_of_a_case_and_of_a_request_say_which_key_presses_them() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let request = asked(&house, &case).await;
    let page = house.browser(PRIYA).await.get(&format!("/cases/{case}")).await.text;
    for key in ["g t", "g i", "/", "c", "?", "Mod+k", "r", "n", "q", "t"] {
        assert!(page.contains(&format!("data-press=\"{key}\"")), "{key}");
    }
    let page = house.browser(TOM).await.get(&format!("/requests/{request}")).await.text;
    for key in ["1", "2", "3", "e"] {
        assert!(page.contains(&format!("data-press=\"{key}\"")), "{key}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_verdict_from_the_tray_leads_to_the_row_after_it() {
    let house = House::new().await;
    let case = kettle(&house).await;
    asked(&house, &case).await;
    asked(&house, &case).await;
    let mut tom = house.browser(TOM).await;
    let tray = tom.get("/to-us").await.text;
    let link =
        tray.split("href=\"").find(|rest| rest.contains("/clarification/new?then=")).unwrap();
    let link = link.split('"').next().unwrap().replace("&amp;", "&");
    let form = tom.get(&link).await.text;
    let action =
        form.split("action=\"").find(|rest| rest.contains("/clarification?then=")).unwrap();
    let action = action.split('"').next().unwrap().to_owned();
    let reply = tom.fill(&link, &action, &[("question", "Which colour shall it be?")]).await;
    let to = reply.header("location").to_owned();
    assert!(to.starts_with("/to-us?view=ours#row-"), "{to}");
    let row = to.split_once('#').unwrap().1;
    assert!(tom.get("/to-us").await.text.contains(&format!("id=\"{row}\"")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_is_not_ours_is_nowhere_to_go_on() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let request = asked(&house, &case).await;
    let mut tom = house.browser(TOM).await;
    for elsewhere in ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2Fto-us%0d%0ax"] {
        let action = format!("/requests/{request}/clarification?then={elsewhere}");
        let question = [("question", "Which colour shall it be?")];
        let reply = tom.fill(&format!("/requests/{request}"), &action, &question).await;
        assert!(!reply.header("location").contains("evil") && !reply.text.contains("evil"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_bar_finds_verbs_things_and_colleagues_within_what_one_may_see() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let (mut priya, mut tom) = (house.browser(PRIYA).await, house.browser(TOM).await);
    let page = priya.get("/go").await.text;
    assert!(seen(&page).contains("Open a new case") && page.contains("<kbd>c</kbd>"));
    assert!(seen(&priya.get("/go?q=sett").await.text).contains("My settings"));
    assert!(priya.get("/go?q=kettle").await.text.contains(&format!("/cases/{case}")));
    assert!(seen(&priya.get("/go?q=tom").await.text).contains("Tom Reid"));
    assert!(seen(&priya.get("/go?q=okafor").await.text).contains("Ada Okafor"));
    for word in ["kettle", "okafor"] {
        let page = seen(&tom.get(&format!("/go?q={word}")).await.text);
        assert!(page.contains("Nothing goes by that name"), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_names_every_key() {
    let house = House::new().await;
    let page = house.browser(TOM).await.get("/keys").await.text;
    for group in crate::keys::GROUPS {
        assert!(page.contains(&*group.place));
        for key in group.keys {
            assert!(page.contains(&*key.does), "{}", key.does);
        }
    }
}
