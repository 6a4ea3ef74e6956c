//! The program: arguments, then the window or the command line.

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Reading makes many small things on all cores at once, which the allocator of the C library is slow at.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    dateline::cli::run(std::env::args_os())
}
