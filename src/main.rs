//! Opens the window, or runs a command.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::Parser as _;
use levels_of_need::{app, command};

fn main() -> ExitCode {
    match command::Cli::parse().command {
        Some(command) => command::run(command),
        None => app::open(),
    }
}
