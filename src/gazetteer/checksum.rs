//! [`crc32`]: the sum by which a file shows that it is whole.
//!
//! Shared with the build script, hence no use of anything of ours.

/// The CRC-32 of zip and zlib (polynomial `0xEDB88320`), a table's worth at a time.
#[must_use]
pub fn crc32(bytes: &[u8]) -> u32 {
    let mut table = [0_u32; 256];
    for (value, slot) in (0_u32..).zip(table.iter_mut()) {
        *slot = (0..8).fold(value, |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 });
    }
    let step = |sum: u32, byte: &u8| {
        let slot = (sum ^ u32::from(*byte)) & 0xff;
        (sum >> 8) ^ table.get(slot as usize).copied().unwrap_or(0)
    };
    !bytes.iter().fold(!0, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_that_of_zlib() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
