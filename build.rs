//! Compiles the gazetteer into the index that is embedded.

fn main() {}
