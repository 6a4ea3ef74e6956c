//! [`Weights`]: sums by country or division.

use smallvec::SmallVec;

/// A sum for each of the few countries or divisions of a report, which are looked through faster than they are looked up.
#[derive(Clone, Debug)]
pub(super) struct Weights<K>(SmallVec<[(K, f32); 8]>);

impl<K> Default for Weights<K> {
    fn default() -> Self {
        Self(SmallVec::new())
    }
}

impl<K: Copy + PartialEq> Weights<K> {
    /// Adds to the sum of one.
    pub(super) fn add(&mut self, key: K, weight: f32) {
        match self.0.iter_mut().find(|(known, _)| *known == key) {
            Some((_, sum)) => *sum += weight,
            None => self.0.push((key, weight)),
        }
    }

    /// The sum of one, where anything was added.
    pub(super) fn get(&self, key: K) -> Option<f32> {
        self.iter().find(|&(known, _)| known == key).map(|(_, sum)| sum)
    }

    /// All of them, in the order in which they were first added to.
    pub(super) fn iter(&self) -> impl Iterator<Item = (K, f32)> + '_ {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_to_one_is_summed_up() {
        let mut weights = Weights::default();
        for (key, weight) in [("AF", 1.0), ("PK", 0.5), ("AF", 0.25)] {
            weights.add(key, weight);
        }
        assert_eq!(weights.iter().collect::<Vec<_>>(), [("AF", 1.25), ("PK", 0.5)]);
        assert_eq!((weights.get("PK"), weights.get("IR")), (Some(0.5), None));
    }
}
