//! [`crc32`]: the sum by which a file shows that it is whole.
//!
//! Shared with the build script, hence no use of anything of ours.

/// The CRC-32 of zip and zlib (polynomial `0xEDB88320`) of bytes that come piece by piece.
#[derive(Clone, Debug)]
pub struct Crc32 {
    table: [u32; 256],
    sum: u32,
}

impl Default for Crc32 {
    fn default() -> Self {
        let mut table = [0_u32; 256];
        for (value, slot) in (0_u32..).zip(table.iter_mut()) {
            *slot = (0..8).fold(value, |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 });
        }
        Self { table, sum: !0 }
    }
}

impl Crc32 {
    /// Takes in what follows.
    pub fn add(&mut self, bytes: &[u8]) {
        self.sum = bytes.iter().fold(self.sum, |sum, byte| {
            let slot = (sum ^ u32::from(*byte)) & 0xff;
            (sum >> 8) ^ self.table.get(slot as usize).copied().unwrap_or(0)
        });
    }

    /// The sum of all bytes so far.
    #[must_use]
    pub fn value(&self) -> u32 {
        !self.sum
    }
}

/// The CRC-32 of bytes at hand.
#[must_use]
pub fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = Crc32::default();
    sum.add(bytes);
    sum.value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_that_of_zlib() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
