//! Other maps under the markers: files, servers, and what is wrong with them.

use super::*;
use crate::view_state::TileAddress;

fn choose(window: &mut Harness<'static, Window>, ground: Ground) {
    let Window { map, store, .. } = window.state_mut();
    map.apply(MapCommand::SetGround(ground), store);
    for _ in 0..200 {
        window.run_steps(1);
        if window.query_by_label_contains("The offline map is shown").is_some() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}

#[test]
fn a_file_that_is_no_map_is_said_in_a_line_and_the_offline_map_goes_on() {
    use std::io::Write;
    let mut file = tempfile::Builder::new().prefix("world").suffix(".pmtiles").tempfile().unwrap();
    file.write_all(b"<html>Not found</html>").unwrap();
    let mut window = window(summer());
    choose(&mut window, Ground::File(file.path().to_owned()));
    window.get_by_label_contains("this is no PMTiles archive");
    window.get_by_label_contains("Herat: Arrest");
    click(&mut window, "Offline map");
    assert!(window.query_by_label_contains("this is no PMTiles archive").is_none());
    choose(&mut window, Ground::File("/no/such/map.pmtiles".into()));
    window.get_by_label_contains("map.pmtiles: no such file or folder.");
}

#[test]
fn a_server_that_sends_no_tiles_is_said_in_a_line_and_can_be_asked_again() {
    use std::io::{Read, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/{{z}}/{{x}}/{{y}}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 2000]);
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 8\r\nconnection: close\r\n\r\nno tile!");
        }
    });
    let mut window = window(summer());
    choose(&mut window, Ground::Online(TileAddress::parse(&address).unwrap()));
    window.get_by_label_contains("what comes is no map tile");
    window.get_by_label_contains("Herat: Arrest");
    click(&mut window, "Try again");
    choose(&mut window, Ground::Offline);
    window.run_ok();
    assert!(window.query_by_label_contains("what comes is no map tile").is_none());
}

#[test]
fn another_map_is_chosen_in_a_menu_and_an_address_that_is_none_is_said() {
    let mut window = window(summer());
    window.get_by_role_and_label(egui::accesskit::Role::Button, "Map").click();
    window.run_ok();
    window.get_by_label("Address of tiles").focus();
    window.run_ok();
    window.event(egui::Event::Text("https://tiles.example/".to_owned()));
    window.run_ok();
    click(&mut window, "Use");
    window.get_by_label_contains("has {z}, {x} and {y} in it");
    assert_eq!(window.state().map.ground, Ground::Offline);
}
