//! A point as a `GeoPackage` stores it.

use crate::export::wkb;
use crate::gazetteer::Point;

/// `GeoPackage` binary: `GP`, version 0, little endian without an envelope, WGS 84, then the point in WKB.
///
/// Layout: OGC 12-128r17, clause 2.1.3 "Geometry Encoding".
pub(super) fn point(point: Point) -> Vec<u8> {
    const WGS_84: i32 = 4326;
    const LITTLE_ENDIAN: u8 = 1;
    let mut bytes = vec![b'G', b'P', 0, LITTLE_ENDIAN];
    bytes.extend(WGS_84.to_le_bytes());
    bytes.extend(wkb::point(point));
    bytes
}
