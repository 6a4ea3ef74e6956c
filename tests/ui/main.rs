//! The window through its accessible tree: what a screen reader hears, and what keys and clicks do.
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod corrections;
mod evidence;
mod filters;
mod folders;
mod kept;
mod keyboard;
mod paths;
mod pictures;
mod projects;
mod report;
mod scratch;
mod start;
mod window;
