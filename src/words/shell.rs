//! The words of the window itself: bar, menus, danger, files, start, frameworks.

crate::keyed! {
    /// The top bar, the journey's own controls and small words that recur.
    Shell {
        program: "Levels of Need",
        about_framework: "{}, {}",
        illustrative: "Illustrative: to be ratified by the partnership",
        ratified: "Ratified by {}",
        review_overdue: "This edition should have been reviewed by {}. Check with your partnership that it still holds.",
        menu: "Menu",
        privacy: "Privacy blank",
        danger: "Danger now",
        blank_title: "The screen is blank",
        blank_text: "Nothing is lost. Press F9 or the button to show it again.",
        blank_show: "Show it again",
        next: "Continue",
        back: "Back",
        close: "Close",
        dismiss: "Hide this message",
        copy: "Copy",
        copied: "Copied. It is taken off the clipboard again after 30 seconds.",
        change: "Change",
        change_named: "Change: {}",
        remove: "Remove",
        not_known: "Not known yet",
        not_asked: "Not asked yet",
        yes: "Yes",
        no: "No",
        one_or_other: "{} or {}",
        level_named: "{}, {}",
        undone: "The last change was taken back",
        nothing_to_undo: "There is nothing to take back",
        redone: "The change was made again",
        nothing_to_redo: "There is nothing to make again",
        undo_stops_here: "Changes made before the suggestion was shown stay on record. Change the answer itself instead.",
        no_display: "The window cannot open here: no display was found.",
        no_driver: "The window cannot open here: neither OpenGL nor its replacement could start. Ask whoever looks after this computer for a graphics driver, or use another computer.",
        renderer_failed: "The window could not be drawn by {} here.",
        no_window_cure: "To assess a case without a window, use: levels-of-need assess CASE.ron",
        shortcuts_title: "Keyboard shortcuts",
        shortcuts_moving: "Getting about",
        key_or: "or",
        key_tab: "Tab",
        key_tab_does: "To the next thing; with Shift, to the one before",
        key_space: "Space",
        key_space_does: "Choose an answer, tick a box, press a button",
        key_enter: "Enter",
        key_enter_does: "Press a button",
        key_arrows: "Page Up, Page Down",
        key_arrows_does: "Move a long box such as this one",
        key_map_arrows: "Map: arrow keys",
        key_map_arrows_does: "To the next thing; with Shift, move the map",
        key_map_sizes: "Map: +, -, 0",
        key_map_sizes_does: "Zoom in, zoom out, the whole map",
        key_escape: "Esc",
        key_escape_does: "Close what lies over the page",
    }
}

crate::keyed! {
    /// Commands in menus.
    Commands {
        file: "Check",
        edit: "Edit",
        view: "View",
        help: "Help",
        new: "New check",
        open: "Open a check…",
        save: "Save",
        save_as: "Save as…",
        frameworks: "Frameworks",
        start: "Start page",
        training: "Training",
        quit: "Leave the program",
        undo: "Undo",
        redo: "Redo",
        look_up: "Look something up",
        map: "Map of the framework",
        other_areas: "Other areas",
        next: "Continue",
        back: "Back",
        privacy: "Privacy blank",
        cover: "Cover the screen after…",
        danger: "Danger now",
        light: "Light",
        dark: "Dark",
        contrast: "High contrast",
        system: "As the system is set",
        larger: "Larger text",
        smaller: "Smaller text",
        normal: "Normal text size",
        shortcuts: "Keyboard shortcuts",
    }
}

crate::keyed! {
    /// The screen that is covered when nobody is at it.
    Cover {
        soon: "Nobody has touched the program for a while. In {} seconds the screen is covered. Press any key or move the pointer to go on.",
        title: "The screen was covered",
        text: "Nobody touched the program for {} minutes. Nothing is lost: press F9 or the button to see it again.",
        no_passphrase: "It is covered, not locked: nothing here asks for a passphrase, so whoever sits at this computer can see it again. Lock the computer itself when you leave it.",
        locked_title: "Locked",
        locked_text: "Nobody touched the program for {} minutes. The check is sealed and out of this computer's memory. Your passphrase brings it back as it was.",
        locked_unsaved: "Not everything is saved: do not switch the computer off before you have unlocked it.",
        unlock: "Unlock",
        after_title: "Cover the screen when nobody is there",
        after_text: "While a check is open and nobody touches the program, the screen is covered after this time. It is said 30 seconds before. F9 covers it at once.",
        after_hint: "The time counts while the computer sleeps.",
        minutes: "After {} minutes",
        remembered: "The time was changed",
        until_the_end: "The time was changed until the program ends. It could not be remembered on this computer.",
    }
}

crate::keyed! {
    /// Danger now, and the phone banner.
    Danger {
        title: "If somebody is in danger now",
        ring_999: "Ring 999 at once and ask for the police or an ambulance.",
        stay: "Stay with the child if you can, and do not leave a child alone who may harm themselves.",
        do_not_wait: "Do not wait to finish this check, and do not look for proof first. It will still be here afterwards.",
        what_to_do: "What to do",
        whom_to_ring: "Whom to ring",
        back_to_check: "Back to the check",
        phone_now: "Phone now, finish later",
        phone_banner: "Phone now, finish later. {}",
        phone_open: "Whom to ring and why",
    }
}

crate::keyed! {
    /// Contacts and their numbers.
    Contacts {
        line: "{}: {}",
        to_be_checked: "{} (number to be checked before you rely on it)",
        to_be_checked_since: "{} (number to be checked: last checked on {})",
        unlisted: "Your organisation has the number",
    }
}

crate::keyed! {
    /// Opening, saving, leaving.
    Files {
        saved: "Saved",
        changes: "Changes not saved yet",
        saved_at: "The check was saved",
        save_failed: "The check was not saved. {}",
        open_failed: "The check was not opened. {}",
        other_framework: "This check was made with another framework ({}). Answers that this framework does not know are kept and listed.",
        no_dialog: "No file window could be opened here. Type where the file is, or is to go.",
        waiting: "A file window is open",
        taken: "A file with this name is there already. Type another name.",
        save_title: "Save this check",
        save_path: "Where to save it, folder and file name",
        save_hint: "Choose a name without anybody's name in it.",
        save_here: "Save here",
        choose_place: "Choose a place…",
        leave_title: "Changes are not saved",
        leave_text: "Save the check first, or leave it without saving. What is not saved is lost.",
        leave_save: "Save and go on",
        leave_anyway: "Leave without saving",
        leave_stay: "Stay here",
    }
}

crate::keyed! {
    /// What is dragged onto the window.
    Dropping {
        case: "Drop to open this check",
        framework: "Drop to open this framework",
        part: "This is one file of a framework. Drop the folder that it is in.",
        one_only: "Drop one check, or one framework's folder, at a time.",
    }
}

crate::keyed! {
    /// The start screen.
    Start {
        title: "Walk through a worry about a child",
        intro: "This program suggests a level of need with its reasons, what is still to find out, and what to do next. You decide. It sends nothing anywhere.",
        new: "Start a new check",
        carry_on: "Carry on with the open check",
        carry_on_more: "Check {}, begun on {}",
        look_up_title: "Look something up",
        look_up_text: "Which level is a sign at, what does it mean, which duties does it bring? No check is needed.",
        look_up: "Search by a word\u{2026}",
        map: "See the whole framework as a map",
        open_title: "Open a saved check",
        open: "Choose a file…",
        open_path: "Or type where the file is",
        open_path_go: "Open this file",
        framework_title: "Framework in use",
        training_title: "Training",
        training_text: "Work through cases with a group, on a projector.",
        training: "To the training room",
        framework_more: "See or change the framework",
    }
}

crate::keyed! {
    /// Frameworks in use and their faults.
    Frameworks {
        title: "Frameworks",
        in_use: "In use",
        built_in: "Built into the program",
        opened: "Opened from a folder",
        area: "Area",
        edition: "Edition",
        status: "Status",
        valid_from: "Valid from",
        review_by: "To be reviewed by",
        concerns: "Concerns",
        fingerprint: "Fingerprint",
        open_title: "Open another framework",
        open_text: "A framework is a folder of files that your partnership publishes. A check that is open keeps the framework it was begun with.",
        open: "Choose a folder…",
        open_path: "Or type where the folder is",
        open_path_go: "Open this folder",
        book_title: "On paper",
        book_text: "The framework in use as a handbook to read, or as one sheet (A3) for the wall with its levels and signs.",
        book: "Save as a handbook\u{2026}",
        wall: "Save the sheet for the wall\u{2026}",
        book_path: "Where to save it, folder and file name",
        book_save_there: "Save it there",
        book_saved: "It was saved",
        book_failed: "It was not saved. {}",
        use_built_in: "Go back to the built-in framework",
        others_title: "Other areas' frameworks",
        others_text: "Illustrative frameworks of areas that arrange their levels in other ways. A check that is open keeps the framework it was begun with.",
        use_other: "Use for the next check: {}",
        opened_now: "The framework was opened and is used for the next check",
        refused: "The folder has faults and was not opened. The framework that was in use stays in use.",
        faults_title: "What was found",
        copy_faults: "Copy the faults",
        none_built_in: "The framework that is part of this program has faults",
        unreadable: "The folder was not read. {}",
        warned: "The framework was opened. It has things to look at.",
    }
}
