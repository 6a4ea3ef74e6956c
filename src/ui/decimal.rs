//! [`with_decimal_sign()`]: numbers with the reader's decimal sign.

use crate::view_state::Language;

/// A number written with a point, as the reader writes it: `0,5` in French.
pub(super) fn with_decimal_sign(number: String, language: Language) -> String {
    if language == Language::French { number.replace('.', ",") } else { number }
}
