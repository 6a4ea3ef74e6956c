//! The program: arguments, then the window or the command line.

fn main() {}
