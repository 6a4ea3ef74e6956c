//! [`MarkerShape`]: one shape a family, so that they can be told apart without their colours.

use crate::event::Family;
use std::f32::consts::{FRAC_PI_2, PI, TAU};

/// The outline of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum MarkerShape {
    Square,
    Diamond,
    Cross,
    Triangle,
    Star,
    Circle,
}

impl MarkerShape {
    /// The shape of a family.
    #[must_use]
    pub fn of(family: Family) -> Self {
        match family {
            Family::Fighting => Self::Square,
            Family::RemoteViolence => Self::Diamond,
            Family::AgainstCivilians => Self::Cross,
            Family::Moves => Self::Triangle,
            Family::Diplomacy => Self::Star,
            Family::Civil => Self::Circle,
        }
    }

    /// Its corners, clockwise, around the origin (right, down); sized so that all shapes look about as large as a circle of
    /// `radius`.
    #[must_use]
    pub fn corners(self, radius: f32) -> Vec<[f32; 2]> {
        match self {
            Self::Square => regular(4, radius * 1.25, -PI * 0.75),
            Self::Diamond => regular(4, radius * 1.3, -FRAC_PI_2),
            Self::Triangle => regular(3, radius * 1.4, -FRAC_PI_2),
            Self::Circle => regular(28, radius, -FRAC_PI_2),
            Self::Star => star(radius * 1.4),
            Self::Cross => cross(radius * 1.15),
        }
    }
}

fn at(angle: f32, reach: f32) -> [f32; 2] {
    [angle.cos() * reach, angle.sin() * reach]
}

fn regular(corners: u16, radius: f32, first_angle: f32) -> Vec<[f32; 2]> {
    let step = TAU / f32::from(corners);
    (0..corners).map(|corner| at(first_angle + step * f32::from(corner), radius)).collect()
}

fn star(radius: f32) -> Vec<[f32; 2]> {
    let corner = |index: u16| {
        let reach = if index.is_multiple_of(2) { radius } else { radius * 0.45 };
        at(-FRAC_PI_2 + PI / 5.0 * f32::from(index), reach)
    };
    (0..10).map(corner).collect()
}

fn cross(radius: f32) -> Vec<[f32; 2]> {
    let arm = radius * 0.38;
    let quarter = [[-arm, -radius], [arm, -radius], [arm, -arm]];
    let turned = |times: u8| quarter.map(|corner| (0..times).fold(corner, |[x, y], _| [-y, x]));
    (0..4).flat_map(turned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(corners: &[[f32; 2]]) -> impl Iterator<Item = f32> {
        corners.iter().zip(corners.iter().cycle().skip(1)).map(|(a, b)| a[0] * b[1] - a[1] * b[0])
    }

    #[test]
    fn families_have_shapes_of_their_own() {
        for (index, family) in Family::ALL.into_iter().enumerate() {
            for other in Family::ALL.into_iter().skip(index + 1) {
                assert_ne!(MarkerShape::of(family), MarkerShape::of(other));
            }
        }
    }

    #[test]
    fn shapes_of_one_radius_look_about_as_large() {
        let circle = PI * 100.0;
        for family in Family::ALL {
            let share = pairs(&MarkerShape::of(family).corners(10.0)).sum::<f32>() / 2.0 / circle;
            assert!((0.5..1.1).contains(&share), "{family:?}: {share}");
        }
    }

    #[test]
    fn corners_run_clockwise_and_are_seen_from_the_middle() {
        for family in Family::ALL {
            assert!(pairs(&MarkerShape::of(family).corners(10.0)).all(|turn| turn > 0.0), "{family:?}");
        }
    }
}
