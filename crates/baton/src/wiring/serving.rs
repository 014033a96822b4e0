//! Serves pages and API until interrupted.

use std::net::SocketAddr;
use std::time::Duration;

use baton_web::app::{App, Settings as WebSettings};
use tokio::net::TcpListener;

use crate::config::Settings;
use crate::exit::Exit;
use crate::output::Output;
use crate::wiring::house::{self, Hands, House};
use crate::wiring::logging;

/// How long the jobs that run may take to their end, once everything else has stopped.
const LAST_JOB: Duration = Duration::from_secs(30);

/// Serves until SIGINT or SIGTERM; what was accepted is finished first.
pub fn serve(settings: &Settings, output: &Output) -> Result<(), Exit> {
    logging::start(&settings.log)?;
    house::run(async {
        let house = house::open(settings, Hands::default()).await?;
        let listener = listen(settings.listen).await?;
        let address = local(&listener)?;
        let stop = stopping();
        if let Some(token) = house.desk.begin_first_run().await.map_err(house::told)? {
            output.say(&format!(
                "Nobody is here yet. Set it up at http://{address}/first-run?token={token}"
            ));
        }
        output.say(&format!(
            "Baton serves {} at http://{address}. Stop it with Ctrl+C.",
            settings.data.display()
        ));
        let web = web_settings(settings);
        until_stopped(house, listener, web, stop).await
    })
}

/// What the pages and the API are told.
pub fn web_settings(settings: &Settings) -> WebSettings {
    WebSettings {
        public_url: public(&settings.public_url),
        api_per_minute: settings.api_per_minute,
        ..WebSettings::default()
    }
}

/// The origin that browsers must come from. The default names this machine, which may be called by
/// several names, so there it is taken from each call.
fn public(url: &str) -> String {
    let own = url.starts_with("http://localhost") || url.starts_with("http://127.0.0.1");
    if own { String::new() } else { url.to_owned() }
}

pub async fn listen(address: SocketAddr) -> Result<TcpListener, Exit> {
    TcpListener::bind(address).await.map_err(|error| {
        Exit::unavailable(format!("Cannot listen on {address}: {error}. Name another --listen."))
    })
}

pub fn local(listener: &TcpListener) -> Result<SocketAddr, Exit> {
    listener.local_addr().map_err(|error| Exit::failed(error.to_string()))
}

/// Serves on a listener; runs jobs and housekeeping beside it.
pub async fn until_stopped(
    house: House,
    listener: TcpListener,
    web: WebSettings,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Exit> {
    let House { desk, store, key, entropy, .. } = house;
    let jobs = desk.start_jobs();
    let housekeeping = desk.start_housekeeping(key);
    let app = App::of_desk(desk.clone(), entropy, web);
    let served = baton_web::serving::serve(&app, listener, stop).await;
    desk.stop_jobs();
    // A letter that is being handed over is noted as left before the process ends.
    let _ = tokio::time::timeout(LAST_JOB, jobs).await;
    housekeeping.abort();
    served.map_err(|error| Exit::failed(format!("Serving ended: {error}.")))?;
    store.close().await.map_err(house::stored)
}

/// Done at SIGINT or SIGTERM; heeded from when this is called, so call it before saying that it
/// serves.
pub fn stopping() -> impl Future<Output = ()> + Send + 'static {
    #[cfg(unix)]
    let signals = {
        use tokio::signal::unix::{SignalKind, signal};
        (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    };
    async move {
        #[cfg(unix)]
        if let (Ok(mut interrupt), Ok(mut terminate)) = signals {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
        let _ = tokio::signal::ctrl_c().await;
    }
}
