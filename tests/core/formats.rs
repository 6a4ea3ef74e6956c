//! The forms for other programs hold the same events as JSON Lines does.

use dateline::collection::Collection;
use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::export::{Format, write_events};
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::RowAccessor;
use serde_json::Value;
use std::sync::LazyLock;

static READ: LazyLock<Collection> = LazyLock::new(|| {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let mut corpus = Corpus::bundled();
    // A quote with signs that XML has its own use for.
    let text = "Fighters attacked the city of Kunduz on 7 July 2021, <b>\"R&D\"</b> says.";
    corpus.documents.push(Document::new("signs.txt", text));
    engine.read_all(corpus)
});

fn written(format: Format, collection: &Collection) -> Vec<u8> {
    let mut out = Vec::new();
    write_events(collection, Gazetteer::embedded(), format, &mut out).unwrap();
    out
}

fn lines() -> Vec<Value> {
    let text = String::from_utf8(written(Format::JsonLines, &READ)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn geoparquet_holds_the_events_with_days_as_dates_and_points() {
    let file = SerializedFileReader::new(bytes::Bytes::from(written(Format::GeoParquet, &READ))).unwrap();
    let metadata = file.metadata().file_metadata().key_value_metadata().unwrap();
    let geo = metadata.iter().find(|pair| pair.key == "geo").and_then(|pair| pair.value.as_deref()).unwrap();
    assert_eq!(serde_json::from_str::<Value>(geo).unwrap()["columns"]["geometry"]["encoding"], "WKB");
    let rows: Vec<_> = file.get_row_iter(None).unwrap().map(Result::unwrap).collect();
    let lines = lines();
    assert_eq!(rows.len(), lines.len());
    for (row, line) in rows.iter().zip(&lines) {
        let cell = |name: &str| row.get_column_iter().position(|(column, _)| column == name).unwrap();
        assert_eq!(row.get_string(cell("id")).unwrap(), line["id"].as_str().unwrap());
        let day = row.get_column_iter().nth(cell("start_day")).unwrap().1.to_string();
        assert_eq!(day.split(' ').next(), line["when"]["start"].as_str().or(Some("null")));
        let point = row.get_bytes(cell("geometry")).unwrap();
        let longitude = f64::from_le_bytes(point.data()[5..13].try_into().unwrap());
        assert_eq!(Some(longitude), line["place"]["longitude"].as_f64());
    }
}

#[test]
fn kml_is_xml_whatever_signs_a_quote_holds() {
    let text = String::from_utf8(written(Format::Kml, &READ)).unwrap();
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut marks = 0;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(element) if element.name().as_ref() == b"Placemark" => marks += 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(marks, lines().len());
    assert!(text.contains("&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;"), "the quote is not there");
}

#[test]
fn no_event_is_an_empty_file_in_every_form() {
    for format in Format::ALL.into_iter().filter(|&format| format != Format::GeoPackage) {
        let out = written(format, &Collection::default());
        if format == Format::GeoParquet {
            let file = SerializedFileReader::new(bytes::Bytes::from(out)).unwrap();
            assert_eq!(file.metadata().file_metadata().num_rows(), 0);
        } else {
            assert!(String::from_utf8(out).unwrap().find("Kunduz").is_none());
        }
    }
}
