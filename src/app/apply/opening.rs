//! Opening a case or a framework's folder.

use std::{path::Path, path::PathBuf, sync::Arc};

use eframe::egui::Context;

use crate::{
    app::{LonApp, view::Report},
    case::file,
    folder::read_folder,
    framework::{self, Framework, Id, builtin},
    vault::envelope,
    words::fill,
};

impl LonApp {
    /// Opens a case under the framework it names, where that is at hand.
    pub(in crate::app) fn open_case(&mut self, path: PathBuf, ctx: &Context) {
        let bytes = file::bytes(&path);
        if let Ok(bytes) = &bytes
            && envelope::is_envelope(bytes)
        {
            self.open_envelope(path, bytes, ctx);
            return;
        }
        let case = match bytes.and_then(|bytes| file::read(&bytes)) {
            Ok(case) => case,
            Err(fault) => {
                self.message = Some(fill(self.words.files.open_failed, &[&fault.to_string()]));
                return;
            }
        };
        self.open_under(case, Some(path));
    }

    pub(super) fn framework_named(&self, id: &Id) -> Arc<Framework> {
        let in_use = self.session.framework_in_use();
        if in_use.about.id == *id {
            return Arc::clone(in_use);
        }
        self.embedded(id.as_str()).unwrap_or_else(|| Arc::clone(in_use))
    }

    /// A framework that is part of the program.
    pub(super) fn embedded(&self, id: &str) -> Option<Arc<Framework>> {
        if self.built_in.about.id.as_str() == id {
            return Some(Arc::clone(&self.built_in));
        }
        builtin::read(id).map(Arc::new)
    }

    /// Reads a framework's folder; with faults, the one in use stays in use.
    pub(in crate::app) fn open_framework(&mut self, folder: &Path) {
        let words = &self.words.frameworks;
        let files = match read_folder(folder) {
            Ok(files) => files,
            Err(fault) => {
                self.report = None;
                self.message = Some(fill(words.unreadable, &[&fault.to_string()]));
                return;
            }
        };
        let loaded = framework::load(files);
        let report = (!loaded.diagnostics.is_empty()).then(|| loaded.report());
        self.report = report.map(|text| Report { refused: loaded.framework.is_none(), text });
        let said = match loaded.framework {
            Some(framework) => {
                let framework = Arc::new(framework);
                self.training.keep_cases(&framework, loaded.cases);
                self.session.use_framework(framework);
                words.opened_now
            }
            None => words.refused,
        };
        self.message = Some(said.to_owned());
    }
}
