//! The limit of a page: the same server and database, one query, one rendering, no rules.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use baton_core::ids::{CaseId, StreamId};
use baton_desk::entropy::SystemEntropy;
use baton_store::Durability;
use baton_web::answer::Answer;
use baton_web::app::{App, Settings};
use baton_web::ctx::Ctx;
use baton_web::doors::DeskDoors;
use baton_web::problem::Trouble;
use baton_web::route::{Access, Pending, Reply, Route};

use crate::Fault;

const ROUTES: &[&[Route]] = &[&[
    Route::get("/livez", "livez", Access::Open, alive)
        .summary("Alive")
        .answers(&[Reply::bare(200, "Alive")]),
    Route::get("/cases/{id}", "bare", Access::Open, page)
        .summary("A page")
        .answers(&[Reply::bare(200, "The page")]),
]];

/// How long the page is to be, in bytes.
static BYTES: std::sync::OnceLock<usize> = std::sync::OnceLock::new();

/// Serves until the process is ended.
pub fn serve(folder: &Path, bytes: usize, listen: &str) -> Result<(), Fault> {
    BYTES.get_or_init(|| bytes);
    crate::runtime()?.block_on(async {
        let (desk, _store) = crate::data::open(folder, None, Durability::Full).await?;
        let doors = DeskDoors { desk: desk.clone(), entropy: Arc::new(SystemEntropy::default()) };
        let app = App::new(Some(desk), Arc::new(doors), Settings::default(), ROUTES);
        let listener = tokio::net::TcpListener::bind(listen).await?;
        let router = baton_web::router::router(&app);
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        Ok(axum::serve(listener, service).await?)
    })
}

fn alive(_: Ctx) -> Pending {
    Box::pin(async { Ok(Answer::bytes("text/plain", "alive")) })
}

fn page(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id: CaseId = ctx.param("id").parse().map_err(|_| Trouble::not_found())?;
        let texts = ctx.desk()?.texts(StreamId::Case(id)).await?;
        let wanted = BYTES.get().copied().unwrap_or_default().saturating_sub(100);
        let mut body = String::new();
        // As often as it takes to be as long as the real one.
        while body.len() < wanted && texts.bytes() > 0 {
            for (id, text) in texts.iter() {
                body.push_str(&maud::html! { li id=(id) { p class="text" { (text) } } }.0);
                if body.len() >= wanted {
                    break;
                }
            }
        }
        let page = maud::html! {
            (maud::DOCTYPE)
            html lang="en-GB" {
                head { title { "Case" } }
                body { ul { (maud::PreEscaped(&body)) } }
            }
        };
        Ok(Answer::bytes("text/html; charset=utf-8", page.into_string()))
    })
}
