//! A case file that may be sealed, opened by a passphrase on standard input.

use std::{
    io::{self, BufRead as _, Read as _},
    path::Path,
};

use super::Failure;
use crate::{
    case::{
        Case,
        file::{self, CaseError},
    },
    vault::{
        Passphrase, Seal,
        envelope::{is_envelope, take_out, unlock},
    },
};

/// No passphrase is longer than this.
const LONGEST: u64 = 4096;

/// Opens a case, sealed or not; `with_passphrase` says that one stands on standard input.
pub fn open(path: &Path, with_passphrase: bool) -> Result<Case, Failure> {
    let place = path.display();
    let faulty = |fault: &CaseError| match fault {
        CaseError::Open(_) | CaseError::NotAFile => Failure::Access(format!("{fault}: {place}")),
        _ => Failure::Input(format!("{place}: {fault}")),
    };
    let bytes = file::bytes(path).map_err(|fault| faulty(&fault))?;
    if !is_envelope(&bytes) {
        return file::read(&bytes).map_err(|fault| faulty(&fault));
    }
    let input = |fault: &dyn std::fmt::Display| Failure::Input(format!("{place}: {fault}"));
    let seal = if with_passphrase {
        let opened = unlock(&bytes, &passphrase()?).map_err(|fault| input(&fault))?;
        opened.map_err(|fault| input(&fault))?
    } else {
        Seal::None
    };
    take_out(&seal, &bytes).map(|(_, case)| case).map_err(|fault| match fault {
        crate::vault::Unreadable::Locked => {
            Failure::Usage(format!("{place}: the case is sealed; give its passphrase by --passphrase-stdin"))
        }
        fault => input(&fault),
    })
}

fn passphrase() -> Result<Passphrase, Failure> {
    let mut passphrase = Passphrase::default();
    let read = io::stdin().lock().take(LONGEST).read_line(passphrase.typed());
    read.map_err(|_fault| {
        Failure::Access("the passphrase could not be read from standard input".to_owned())
    })?;
    let typed = passphrase.typed();
    typed.truncate(typed.trim_end_matches(['\r', '\n']).len());
    Ok(passphrase)
}
