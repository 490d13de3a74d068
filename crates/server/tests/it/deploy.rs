//! What `deploy` has, as far as it can be looked at without systemd and podman.

const UNIT: &str = include_str!("../../../../deploy/syncdesk.service");
const DESK: &str = include_str!("../../../../deploy/desk");
const CONTAINER: &str = include_str!("../../../../deploy/Containerfile");

#[test]
fn a_configuration_is_checked_where_the_service_may_write_and_nowhere_else() {
    let sandbox = DESK.lines().find(|line| line.contains("sandbox=\""));
    let sandbox = sandbox.unwrap().split('"').nth(1).unwrap();
    let settings: Vec<&str> = sandbox.split(' ').filter(|word| *word != "-p").collect();
    for setting in &settings {
        assert!(UNIT.lines().any(|line| line == *setting), "{setting}");
    }
    // What says which folders the service sees and may write to.
    for line in UNIT.lines() {
        let names = [
            "ProtectSystem=",
            "ProtectHome=",
            "PrivateTmp=",
            "StateDirectory",
        ];
        if names.iter().any(|name| line.starts_with(name)) {
            assert!(settings.contains(&line), "{line}");
        }
    }
}

#[test]
fn whoever_runs_a_command_as_the_service_is_named_in_the_record() {
    // `syncdesk` takes that name first, and `systemd-run` passes on no other.
    assert!(DESK.contains(r#"--setenv=SUDO_USER="${SUDO_USER:-$(id -un)}""#));
}

#[test]
fn the_folder_of_a_container_begins_empty_and_private() {
    assert!(!CONTAINER.contains(" --create-home"));
    assert!(CONTAINER.contains("install -d -o syncdesk -g syncdesk -m 0700 /var/lib/syncdesk"));
}
