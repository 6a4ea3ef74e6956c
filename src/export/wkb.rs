//! A point in well-known binary, as databases and column files hold it.

use crate::gazetteer::Point;

/// Little endian, two dimensions, longitude first (OGC 06-103r4, clause 8.2).
pub(crate) fn point(point: Point) -> Vec<u8> {
    const LITTLE_ENDIAN: u8 = 1;
    const POINT: u32 = 1;
    let mut bytes = Vec::with_capacity(21);
    bytes.push(LITTLE_ENDIAN);
    bytes.extend(POINT.to_le_bytes());
    bytes.extend(point.longitude.to_le_bytes());
    bytes.extend(point.latitude.to_le_bytes());
    bytes
}
