//! Commands on the machine itself that are recorded.

/// A command that leaves an entry. Nobody is signed in who gives it; the entry says in whose name and on which machine it ran.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// `syncdesk invite`.
    Invite,
    /// `syncdesk import`.
    Import,
    /// `syncdesk backup`.
    Backup,
    /// `syncdesk restore`.
    Restore,
    /// `syncdesk seed`.
    Seed,
}

impl Command {
    /// All of them.
    pub const ALL: [Command; 5] = [
        Command::Invite,
        Command::Import,
        Command::Backup,
        Command::Restore,
        Command::Seed,
    ];

    /// The operation in its entry. No endpoint has it.
    pub fn word(self) -> &'static str {
        match self {
            Command::Invite => "invite",
            Command::Import => "import",
            Command::Backup => "backup",
            Command::Restore => "restore",
            Command::Seed => "seed",
        }
    }

    /// The command with that word.
    pub fn parse(word: &str) -> Option<Command> {
        Command::ALL.into_iter().find(|one| one.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Operation;

    #[test]
    fn a_command_is_told_from_every_endpoint() {
        for command in Command::ALL {
            assert_eq!(Command::parse(command.word()), Some(command));
            let same = Operation::ALL
                .iter()
                .find(|one| one.word() == command.word());
            assert_eq!(same, None);
        }
    }
}
