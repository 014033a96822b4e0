//! Serves the router on a listener.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;

use crate::app::App;
use crate::presence;
use crate::router::router;

/// Serves until `stopped` is done; what was accepted by then is finished first.
///
/// # Errors
/// The listener failed.
pub async fn serve(
    app: &Arc<App>,
    listener: TcpListener,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let desk = app.desk.clone();
    if let Some(desk) = &desk {
        desk.start_following();
        tokio::spawn(presence::listen(Arc::downgrade(app), desk.store().hear()));
    }
    let stopped = async move {
        stopped.await;
        // Streams have no end of their own, and nothing is to wait for them.
        if let Some(desk) = desk {
            desk.stop_following();
        }
    };
    // With the caller's address: limits are counted by it.
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stopped).await
}
