//! [`Rgb`] colours and the [`Palette`]s of the two looks.

use super::Look;
use std::fmt;

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rgb(pub(super) [u8; 3]);

impl Rgb {
    const fn hex(hex: u32) -> Self {
        let [_, red, green, blue] = hex.to_be_bytes();
        Self([red, green, blue])
    }

    /// A share of the way to another colour, from 0 to 1.
    pub(super) fn toward(self, other: Self, share: f32) -> Self {
        let mix = |one: u8, two: u8| f32::from(one) + (f32::from(two) - f32::from(one)) * share;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
        let mixed = |index: usize| mix(self.0[index], other.0[index]).round() as u8;
        Self([mixed(0), mixed(1), mixed(2)])
    }

    /// The same hue, as an outline that is seen on the ground of that look.
    pub(super) fn edge(self, look: Look) -> Self {
        match look {
            Look::Light => self.toward(Self([0; 3]), 0.45),
            Look::Dark => self.on_ground(look),
        }
    }

    /// The same hue, as a line on the ground of that look.
    pub(super) fn on_ground(self, look: Look) -> Self {
        match look {
            Look::Light => self,
            Look::Dark => self.toward(Self([255; 3]), 0.4),
        }
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The colours around the map.
#[derive(Clone, Copy, Debug)]
pub(super) struct Palette {
    pub(super) text: Rgb,
    pub(super) weak: Rgb,
    /// Of the sheet.
    pub(super) ground: Rgb,
    /// Inside markers, around names.
    pub(super) card: Rgb,
    pub(super) line: Rgb,
}

impl Palette {
    pub(super) fn of(look: Look) -> Self {
        match look {
            Look::Light => Self {
                text: Rgb::hex(0x1C_2430),
                weak: Rgb::hex(0x5A_6472),
                ground: Rgb::hex(0xFF_FFFF),
                card: Rgb::hex(0xFF_FFFF),
                line: Rgb::hex(0xC9_CFD7),
            },
            Look::Dark => Self {
                text: Rgb::hex(0xE4_E8EE),
                weak: Rgb::hex(0x9D_A7B5),
                ground: Rgb::hex(0x17_1B21),
                card: Rgb::hex(0x20_262E),
                line: Rgb::hex(0x3D_4652),
            },
        }
    }
}
