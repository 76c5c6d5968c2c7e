//! Opens the window, or runs a command.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::Parser;
use levels_of_need::{
    app,
    command::{self, Command},
};

/// Walks a practitioner through an area's levels of need framework and writes the referral summary.
///
/// Without a command the window opens.
#[derive(Debug, Parser)]
#[command(name = "levels-of-need", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    window: app::launch::Options,
}

fn main() -> ExitCode {
    // Before anything is read that could be about a child.
    app::platform::tell_places_only();
    app::platform::keep_to_oneself();
    let Cli { command, window } = Cli::parse();
    match command {
        Some(command) => command::run(command),
        None => app::launch::open(window),
    }
}
