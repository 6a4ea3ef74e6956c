//! Events as KML 2.2: a placemark each, with the days it may have been on, for Google Earth and its like.

use super::event::EventRecord;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::{self, Write};

pub(super) fn write<'a>(events: impl Iterator<Item = EventRecord<'a>>, out: impl Write) -> io::Result<()> {
    let mut writer = Writer::new(out);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = writer.create_element("kml").with_attribute(("xmlns", "http://www.opengis.net/kml/2.2"));
    root.write_inner_content(|writer| {
        writer.create_element("Document").write_inner_content(|writer| {
            text(writer, "name", "dateline")?;
            for event in events {
                placemark(writer, &event)?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    writer.get_mut().write_all(b"\n")?;
    writer.get_mut().flush()
}

fn placemark(writer: &mut Writer<impl Write>, event: &EventRecord) -> io::Result<()> {
    let title = format!("{}, {}", event.place.name, event.kind.name().replace('_', " "));
    let quotes: Vec<&str> = event.mentions.iter().map(|mention| mention.quote.text).collect();
    writer.create_element("Placemark").write_inner_content(|writer| {
        text(writer, "name", &title)?;
        text(writer, "description", &quotes.join("\n\n"))?;
        writer.create_element("TimeSpan").write_inner_content(|writer| {
            for (end, day) in [("begin", &event.when.start), ("end", &event.when.end)] {
                // KML's dates are those of XML Schema, where years have four digits.
                if let Some(day) = day.as_deref().filter(|day| day.len() == 10) {
                    text(writer, end, day)?;
                }
            }
            Ok(())
        })?;
        writer.create_element("ExtendedData").write_inner_content(|writer| {
            for (name, value) in data(event) {
                let element = writer.create_element("Data").with_attribute(("name", name));
                element.write_inner_content(|writer| text(writer, "value", &value))?;
            }
            Ok(())
        })?;
        writer.create_element("Point").write_inner_content(|writer| {
            text(writer, "coordinates", &format!("{},{}", event.place.longitude, event.place.latitude))
        })?;
        Ok(())
    })?;
    Ok(())
}

fn data(event: &EventRecord) -> [(&'static str, String); 9] {
    let mut documents: Vec<&str> = event.mentions.iter().map(|mention| mention.document).collect();
    documents.dedup();
    [
        ("id", event.id.to_owned()),
        ("kind", event.kind.name().to_owned()),
        ("place_id", event.place.id.to_owned()),
        ("place_precision", event.place.precision.unwrap_or_default().to_owned()),
        ("edtf", event.when.edtf.clone()),
        ("day_reason", event.when.reason.clone()),
        ("actors", event.actors.join("; ")),
        ("documents", documents.join("; ")),
        ("reason", event.reason.clone()),
    ]
}

/// An element that holds words. Signs that XML has no place for, such as form feeds, are left out.
pub(super) fn text(writer: &mut Writer<impl Write>, name: &str, words: &str) -> io::Result<()> {
    let words: String = words.chars().filter(|sign| !sign.is_control() || matches!(sign, '\n' | '\t')).collect();
    writer.create_element(name).write_text_content(BytesText::new(&words))?;
    Ok(())
}
