//! [`Server`]: tiles from a server, kept on disk for as long as the server allows.

use super::Key;
use super::trouble::TroubleKind;
use super::worker::TileBytes;
use crate::view_state::TileAddress;
use bytes::Bytes;
use http_cache_reqwest::{CACacheManager, Cache, CacheMode, HttpCache, HttpCacheOptions};
use reqwest::StatusCode;
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// Who asks, as the tile usage policy of `OpenStreetMap` wants it said.
const USER_AGENT: &str = concat!("dateline/", env!("CARGO_PKG_VERSION"), " (desktop map of news reports)");
/// Tiles fetched at once.
pub(super) const CONNECTIONS: usize = 3;
/// How long an answer may take, unless said otherwise.
pub(super) const PATIENCE: Duration = Duration::from_secs(12);
/// What is kept on disk; a larger store is begun anew.
const MOST_KEPT: u64 = 400_000_000;

/// One connection to a server.
pub(super) struct Server {
    address: TileAddress,
    runtime: Runtime,
    client: ClientWithMiddleware,
    patience: Duration,
}

impl Server {
    /// Answers are kept in `folder`, where there is one.
    ///
    /// # Errors
    /// Where the system gives no means to fetch anything.
    pub(super) fn new(address: TileAddress, folder: Option<PathBuf>, patience: Duration) -> Result<Self, TroubleKind> {
        // It is refused where it is there already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| TroubleKind::NoMeans(error.to_string()))?;
        let mut client = reqwest::Client::builder().user_agent(USER_AGENT).connect_timeout(patience).timeout(patience);
        if is_own_machine(address.host()) {
            client = client.no_proxy();
        }
        let client = client.build().map_err(|error| TroubleKind::NoMeans(error.to_string()))?;
        let builder = ClientBuilder::new(client);
        let client = match folder {
            Some(path) => builder.with(Cache(HttpCache {
                mode: CacheMode::Default,
                manager: CACacheManager::new(path, true),
                options: HttpCacheOptions::default(),
            })),
            None => builder,
        };
        Ok(Self { address, runtime, client: client.build(), patience })
    }
}

impl TileBytes for Server {
    fn tile(&mut self, (zoom, x, y): Key) -> Result<Option<Bytes>, TroubleKind> {
        let address = self.address.of(zoom, x, y);
        let asked = Instant::now();
        // Errors come through the cache as words only; how long it took tells those of patience from the others.
        let patience = self.patience;
        let trouble = || if asked.elapsed() >= patience { TroubleKind::Stalled } else { TroubleKind::Unreachable };
        self.runtime.block_on(async {
            let response = self.client.get(address).send().await.map_err(|_error| trouble())?;
            match response.status() {
                StatusCode::NOT_FOUND | StatusCode::GONE | StatusCode::NO_CONTENT => Ok(None),
                status if status.is_success() => response.bytes().await.map(Some).map_err(|_error| trouble()),
                status => Err(TroubleKind::Refused(status.as_u16())),
            }
        })
    }
}

/// No proxy stands between a program and its own machine.
fn is_own_machine(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "[::1]") || name.starts_with("127.")
}

/// Where answers are kept, by the custom of the system; `None` where it names no such folder.
pub(super) fn cache_folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = if cfg!(windows) {
        named("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        named("HOME").map(|home| home.join("Library/Caches"))
    } else {
        named("XDG_CACHE_HOME").or_else(|| named("HOME").map(|home| home.join(".cache")))
    };
    folder.map(|folder| folder.join("dateline").join("tiles"))
}

/// Begins a folder anew that has grown too large.
pub(super) fn tidy(folder: &Path) {
    if size_of(folder) > MOST_KEPT {
        // Where it can't be removed, it stays: tiles are shown all the same.
        let _ = std::fs::remove_dir_all(folder);
    }
}

fn size_of(folder: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    let size = |entry: std::fs::DirEntry| match entry.metadata() {
        Ok(metadata) if metadata.is_dir() => size_of(&entry.path()),
        Ok(metadata) => metadata.len(),
        Err(_) => 0,
    };
    entries.flatten().map(size).sum()
}

#[cfg(test)]
mod tests {
    //! A small server on this machine that answers, stalls, sends errors, sends garbage, and hangs up.

    use super::*;
    use std::io::{Read, Write};
    use std::net::{TcpListener, TcpStream};
    use std::sync::{Arc, Mutex};

    /// What it was asked, head by head.
    type Heads = Arc<Mutex<Vec<String>>>;

    #[derive(Clone, Copy)]
    enum Way {
        Says(&'static str),
        Stalls,
        HangsUp,
    }

    fn serve(way: Way) -> (TileAddress, Heads) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/{{z}}/{{x}}/{{y}}.png", listener.local_addr().unwrap());
        let heads = Heads::default();
        let told = Arc::clone(&heads);
        std::thread::spawn(move || {
            let mut stalled = Vec::new();
            for stream in listener.incoming().flatten() {
                stalled.extend(answer(stream, way, &told));
            }
        });
        (TileAddress::parse(&address).unwrap(), heads)
    }

    fn answer(mut stream: TcpStream, way: Way, heads: &Heads) -> Option<TcpStream> {
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).ok()? == 1 {
            head.push(byte[0]);
        }
        heads.lock().unwrap().push(String::from_utf8_lossy(&head).to_lowercase());
        match way {
            Way::Says(words) => stream.write_all(words.as_bytes()).ok()?,
            Way::Stalls => return Some(stream),
            Way::HangsUp => {}
        }
        None
    }

    #[track_caller]
    fn check(way: Way, expected: &Result<Option<&str>, TroubleKind>) {
        let (address, _) = serve(way);
        let folder = tempfile::tempdir().unwrap();
        for folder in [None, Some(folder.path().to_owned())] {
            let mut server = Server::new(address.clone(), folder, Duration::from_millis(400)).unwrap();
            let tile = server.tile((3, 4, 2));
            let text = tile.map(|bytes| bytes.map(|bytes| String::from_utf8(bytes.to_vec()).unwrap()));
            assert_eq!(text.as_ref().map(Option::as_deref), expected.as_ref().map(|text| *text));
        }
    }

    const ANSWER: &str =
        "HTTP/1.1 200 OK\r\ncontent-length: 4\r\ncache-control: max-age=3600\r\nconnection: close\r\n\r\ntile";

    #[test]
    fn a_server_that_answers_is_asked_for_the_tile_by_a_program_that_says_its_name() {
        check(Way::Says(ANSWER), &Ok(Some("tile")));
        let (address, heads) = serve(Way::Says(ANSWER));
        Server::new(address, None, PATIENCE).unwrap().tile((3, 4, 2)).unwrap();
        let head = heads.lock().unwrap().first().cloned().unwrap();
        assert!(head.starts_with("get /3/4/2.png "), "{head}");
        assert!(head.contains("user-agent: dateline/"), "{head}");
    }

    #[test]
    fn a_tile_that_may_be_kept_is_asked_for_once_even_by_another_window() {
        let folder = tempfile::tempdir().unwrap();
        let (address, heads) = serve(Way::Says(ANSWER));
        for _ in 0..3 {
            let mut server = Server::new(address.clone(), Some(folder.path().to_owned()), PATIENCE).unwrap();
            assert_eq!(server.tile((3, 4, 2)).unwrap().as_deref(), Some(&b"tile"[..]));
        }
        assert_eq!(heads.lock().unwrap().len(), 1);
        assert!(size_of(folder.path()) > 0);
    }

    #[test]
    fn a_server_that_stalls_refuses_hangs_up_or_is_not_there_is_a_trouble() {
        check(Way::Stalls, &Err(TroubleKind::Stalled));
        check(Way::Says("HTTP/1.1 200 OK\r\ncontent-length: 4000\r\n\r\nhalf a"), &Err(TroubleKind::Unreachable));
        check(Way::Says("HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n"), &Err(TroubleKind::Refused(503)));
        check(Way::Says("garbage\r\n\r\n"), &Err(TroubleKind::Unreachable));
        check(Way::HangsUp, &Err(TroubleKind::Unreachable));
        let unused = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let address = TileAddress::parse(&format!("http://{unused}/{{z}}/{{x}}/{{y}}")).unwrap();
        let mut server = Server::new(address, None, PATIENCE).unwrap();
        assert_eq!(server.tile((0, 0, 0)), Err(TroubleKind::Unreachable));
    }

    #[test]
    fn where_there_is_no_tile_there_is_nothing_the_matter() {
        check(Way::Says("HTTP/1.1 404 Not Found\r\ncontent-length: 4\r\n\r\nnone"), &Ok(None));
    }
}
