//! The suite that every store has to pass, driven through HTTP and the typed client. What passes on all stores is true of the demo, too.

mod applications;
mod commits;
mod directory;
mod entrance;
mod evidence;
mod http;
mod identity;
mod links;
mod lists;
mod looked;
mod matrix;
mod meanwhile;
mod members;
mod newcomers;
mod once;
mod overtaken;
mod people;
mod race;
mod record;
mod requests;
mod reviews;
mod shares;
mod submitted;
mod world;
mod wrapped;

use std::future::Future;
use std::sync::Arc;

use crate::store::Store;

pub use matrix::{a_wrong_table_is_caught, every_endpoint};
pub use wrapped::Wrapped;

/// Runs everything on the store of that name. `make` gives an empty one each time it is called.
///
/// # Panics
/// When the store, or the backend over it, does not do what it should.
pub async fn run<F, R>(store: &str, make: F)
where
    F: Fn() -> R,
    R: Future<Output = Arc<dyn Store>>,
{
    commits::a_batch_is_written_whole_or_not_at_all(make().await).await;
    commits::every_constraint_is_kept(make().await).await;
    commits::everything_reads_back(make().await).await;
    commits::a_use_is_written_down_once_a_minute(make().await).await;
    commits::what_is_of_no_use_is_swept_away(make().await).await;
    http::what_cannot_be_read_is_refused_by_name(make().await).await;
    http::a_stranger_learns_nothing(make().await).await;
    http::sessions_begin_and_end(make().await).await;
    lists::pages_show_every_row_once_in_order(make().await).await;
    lists::a_search_finds_what_is_meant(make().await).await;
    lists::groups_and_filters_part_the_rows(make().await).await;
    lists::home_shows_the_app_that_is_furthest_along(make().await).await;
    lists::a_list_reads_no_application_whole(make().await).await;
    links::a_link_is_made_shown_and_taken_away(make().await).await;
    links::every_reason_is_given_and_nothing_is_linked(make().await).await;
    links::the_eleventh_is_refused(make().await).await;
    requests::a_role_is_asked_for_and_given(make().await).await;
    requests::what_may_be_told_of_a_channel(make().await).await;
    applications::an_application_is_not_kept_without_end(make().await).await;
    requests::open_requests_stay_in_sight_and_are_not_without_end(make().await).await;
    members::a_removed_role_acts_on_the_next_request(make().await).await;
    members::the_last_one_hands_over_before_going(make().await).await;
    members::a_hand_over_changes_who_decides(make().await).await;
    newcomers::a_newcomer_becomes_editor_by_being_added(make().await).await;
    newcomers::a_removed_role_leaves_no_open_request_and_no_names(make().await).await;
    newcomers::a_closed_account_is_granted_nothing(make().await).await;
    newcomers::what_a_closed_account_leaves_is_handed_over(make().await).await;
    let four = async || [make().await, make().await, make().await, make().await];
    let eight = async || [four().await, four().await];
    overtaken::roles_that_change_in_between_count(eight().await).await;
    overtaken::a_store_that_does_not_look_is_caught(eight().await).await;
    meanwhile::what_has_changed_meanwhile_counts(&make).await;
    meanwhile::a_store_that_does_not_look_is_caught(&make).await;
    applications::a_draft_is_started_once_and_saved(make().await).await;
    applications::what_blocks_is_not_submitted(make().await).await;
    applications::a_number_is_shown_no_more_than_elsewhere(make().await).await;
    reviews::an_application_goes_all_the_way(make().await).await;
    reviews::a_reviewer_decides_whole_rounds_of_others(make().await).await;
    reviews::whoever_submitted_it_does_not_decide_it(make().await).await;
    reviews::whoever_opened_it_last_decides_it(make().await).await;
    evidence::a_file_comes_back_as_it_was(make().await).await;
    once::a_repetition_happens_once(make().await).await;
    once::an_answer_is_given_again_for_seven_days(make().await).await;
    once::two_at_the_same_time_happen_once(make().await).await;
    once::what_nobody_knows_the_outcome_of_happens_once(make().await).await;
    once::what_shows_an_application_is_read_anew(make().await).await;
    once::finding_what_is_there_leaves_nothing_behind(make().await).await;
    evidence::a_file_that_goes_while_it_is_fetched_is_not_found(make().await).await;
    evidence::files_of_the_past_make_room(make().await).await;
    evidence::an_upload_sent_twice_at_once_is_kept_once(make().await, make().await, make().await)
        .await;
    submitted::what_is_submitted_is_there(four().await).await;
    race::limits_hold_in_a_race(make().await, make().await).await;
    race::a_careless_store_is_caught(make().await, make().await).await;
    shares::a_link_shows_the_screen_and_nothing_else(make().await).await;
    shares::a_link_ends_and_says_so_to_who_holds_it(make().await).await;
    shares::twenty_links_are_open_and_a_hundred_remembered(make().await).await;
    shares::a_link_that_was_taken_back_stays_shut(make().await, make().await).await;
    shares::a_link_that_ends_meanwhile_stays_as_it_ended(make().await, make().await).await;
    looked::what_must_always_be_true_is_looked_at(make().await).await;
    directory::what_a_file_lists_is_brought_in_once(make().await).await;
    directory::a_listed_channel_that_changed_meanwhile_is_not_overwritten(make().await).await;
    directory::a_listed_app_that_came_meanwhile_is_not_there_twice(make().await).await;
    entered(&make).await;
    every_endpoint(store, &make).await;
    a_wrong_table_is_caught(&make).await;
}

/// What holds of the record, apart from what [`every_endpoint`] looks at.
///
/// # Panics
/// When something is not recorded that should be, or is that should not, or the chain breaks.
pub async fn recorded<F, R>(make: F)
where
    F: Fn() -> R,
    R: Future<Output = Arc<dyn Store>>,
{
    record::acts_are_recorded_with_what_they_change(make().await).await;
    record::an_entry_is_written_with_its_change_or_not_at_all(make().await).await;
    record::a_chain_does_not_fork_in_a_race(make().await).await;
    record::the_record_is_read_in_pages(make().await).await;
    record::the_record_is_shown_to_whom_it_concerns(make().await).await;
    record::no_secret_is_recorded(make().await).await;
}

/// Who comes in, and how that ends.
///
/// # Panics
/// When somebody gets in who should not, or does not who should, or stays when they should be gone.
pub async fn entered<F, R>(make: &F)
where
    F: Fn() -> R,
    R: Future<Output = Arc<dyn Store>>,
{
    entrance::a_session_ends_by_its_days_and_by_being_left_alone(make().await).await;
    entrance::a_token_from_before_the_sign_in_is_worth_nothing_after(make().await).await;
    identity::a_call_for_somebody_else_is_refused_and_leaves_no_trace(make().await).await;
    identity::what_a_program_asks_by_itself_does_not_prolong_a_session(make().await).await;
    identity::what_a_page_of_another_site_asks_does_not_prolong_a_session(make().await).await;
    identity::what_comes_after_the_end_of_its_session_is_not_heard(make().await).await;
    entrance::everybody_sees_and_ends_their_own_sessions(make().await).await;
    entrance::everything_ends_with_an_account(make().await, make().await).await;
    people::two_operators_cannot_shut_each_other_out(make().await).await;
    entrance::an_invitation_is_good_for_one(make().await, make().await).await;
    entrance::who_has_an_account_gets_in_and_who_has_none_does_not(make().await).await;
    people::an_operator_invites_and_takes_back(make().await).await;
    people::an_operator_who_goes_takes_their_invitations_along(make().await).await;
    people::open_invitations_are_counted_however_many_have_ended(make().await).await;
    entrance::a_sign_in_is_under_way_once(make().await).await;
    people::people_are_listed_by_name_page_by_page(make().await).await;
}
