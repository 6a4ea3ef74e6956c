//! Bytes of any encoding to text.

use crate::problem::Fault;
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text, and what had to be assumed to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// UTF-8.
    pub text: String,
    /// What was assumed, where it was not plain UTF-8.
    pub notice: Option<Fault>,
}

/// Reads UTF-8, else UTF-16 (by its mark, or by its zero bytes), else Windows-1252, in which French and English files of old are written.
///
/// # Errors
/// [`Fault::Empty`] or [`Fault::NoText`] where there is nothing to read or the bytes are no text.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, Fault> {
    let decoded = decode_any(bytes)?;
    if decoded.text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').is_empty() {
        return Err(Fault::Empty);
    }
    Ok(decoded)
}

fn decode_any(bytes: Vec<u8>) -> Result<Decoded, Fault> {
    if let Some(kind) = known_binary(&bytes) {
        return Err(no_text(kind));
    }
    let utf16 = match bytes.as_slice() {
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        _ => utf16_by_zeros(&bytes),
    };
    if let Some(encoding) = utf16 {
        let (text, had_errors) = encoding.decode_with_bom_removal(&bytes);
        let encoding = encoding.name().to_owned();
        let notice = if had_errors { Fault::ReadAsWithLosses { encoding } } else { Fault::ReadAs { encoding } };
        return Ok(Decoded { text: text.into_owned(), notice: Some(notice) });
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => return Err(no_text("zeros")),
        Ok(text) => return Ok(Decoded { text, notice: None }),
        Err(error) => error.into_bytes(),
    };
    if bytes.contains(&0) || control_share(&bytes) > 0.02 {
        return Err(no_text("letters"));
    }
    if let Some(text) = nearly_utf8(&bytes) {
        return Ok(Decoded { text, notice: Some(Fault::ReadAsWithLosses { encoding: "UTF-8".to_owned() }) });
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
    Ok(Decoded { text: text.into_owned(), notice: Some(Fault::NotUtf8) })
}

/// Not a text, but of that kind, as the catalogues know it.
fn no_text(kind: &str) -> Fault {
    Fault::NoText { kind: kind.to_owned() }
}

fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const MARKS: [(&[u8], &str); 7] = [
        (b"%PDF", "pdf"),
        (b"PK\x03\x04", "archive"),
        (b"\x89PNG", "picture"),
        (b"\xff\xd8\xff", "picture"),
        (b"GIF8", "picture"),
        (b"\x7fELF", "program"),
        (b"\xd0\xcf\x11\xe0", "office"),
    ];
    MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|&(_, kind)| kind)
}

/// UTF-16 without its mark: every second byte of Latin text is zero.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = bytes.get(..bytes.len().min(2000) & !1)?;
    let half = sample.len() / 2;
    if half < 8 {
        return None;
    }
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match (even * 10 < half, odd * 10 < half) {
        (true, false) if odd * 10 > half * 7 => Some(UTF_16LE),
        (false, true) if even * 10 > half * 7 => Some(UTF_16BE),
        _ => None,
    }
}

/// Share of bytes that no text has.
#[expect(clippy::cast_precision_loss, reason = "a share of a sample")]
fn control_share(bytes: &[u8]) -> f64 {
    let sample = bytes.get(..bytes.len().min(8000)).unwrap_or(bytes);
    let controls = sample.iter().filter(|&&byte| byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r' | 12)).count();
    controls as f64 / sample.len().max(1) as f64
}

/// UTF-8 with a few broken bytes, as a cut or a bad copy leaves it: more good multi-byte letters than bad bytes.
fn nearly_utf8(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let bad = text.matches('\u{fffd}').count();
    let good = text.chars().filter(|letter| !letter.is_ascii() && *letter != '\u{fffd}').count();
    (good > bad * 4).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, noticed: bool) {
        let decoded = decode(bytes.to_vec()).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.notice.is_some()), (text, noticed));
    }

    #[test]
    fn utf8_is_kept_byte_for_byte_and_others_come_with_a_notice() {
        check("l’été".as_bytes(), "l’été", false);
        check(b"l\x92\xe9t\xe9 \xe0 Kaboul", "l’été à Kaboul", true);
        check(b"\xff\xfeK\0a\0b\0o\0u\0l\0", "Kaboul", true);
        check(b"\xfe\xff\0K\0a\0b\0o\0u\0l", "Kaboul", true);
        check(b"K\0a\0b\0o\0u\0l\0 \0t\0i\0e\0n\0t\0", "Kaboul tient", true);
    }

    #[test]
    fn a_cut_letter_does_not_turn_a_whole_report_into_another_encoding() {
        let mut bytes = "Téhéran, à l’été, déjà, où, né".as_bytes().to_vec();
        bytes.push(0xc3);
        check(&bytes, "Téhéran, à l’été, déjà, où, né\u{fffd}", true);
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_kind() {
        assert_eq!(decode(Vec::new()), Err(Fault::Empty));
        assert_eq!(decode(b" \n\t".to_vec()), Err(Fault::Empty));
        assert_eq!(decode(b"%PDF-1.7 ...".to_vec()), Err(no_text("pdf")));
        assert!(decode(vec![0, 159, 146, 150, 0, 1, 2, 3]).is_err());
        assert!(decode(vec![1, 2, 3, 4, 5, 0xff, 0xfe, 0x80]).is_err());
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_a_text_or_an_error(bytes: Vec<u8>) {
            let _ = decode(bytes);
        }
    }
}
