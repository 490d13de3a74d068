//! The suite that every store has to pass, driven through HTTP and the typed client. What passes on all stores is true of the demo, too.

mod applications;
mod commits;
mod evidence;
mod http;
mod links;
mod lists;
mod matrix;
mod once;
mod race;
mod requests;
mod reviews;
mod shares;
mod world;
mod wrapped;

use std::future::Future;
use std::sync::Arc;

use crate::store::Store;

pub use matrix::every_endpoint;

/// Runs everything. `make` gives an empty store each time it is called.
///
/// # Panics
/// When the store, or the backend over it, does not do what it should.
pub async fn run<F, R>(make: F)
where
    F: Fn() -> R,
    R: Future<Output = Arc<dyn Store>>,
{
    commits::a_batch_is_written_whole_or_not_at_all(make().await).await;
    commits::every_constraint_is_kept(make().await).await;
    commits::everything_reads_back(make().await).await;
    http::what_cannot_be_read_is_refused_by_name(make().await).await;
    http::a_stranger_learns_nothing(make().await).await;
    http::sessions_begin_and_end(make().await).await;
    lists::pages_show_every_row_once_in_order(make().await).await;
    lists::a_search_finds_what_is_meant(make().await).await;
    lists::groups_and_filters_part_the_rows(make().await).await;
    lists::home_shows_the_app_that_is_furthest_along(make().await).await;
    links::a_link_is_made_shown_and_taken_away(make().await).await;
    links::every_reason_is_given_and_nothing_is_linked(make().await).await;
    links::the_eleventh_is_refused(make().await).await;
    requests::a_role_is_asked_for_and_given(make().await).await;
    requests::what_may_be_told_of_a_channel(make().await).await;
    applications::a_draft_is_started_once_and_saved(make().await).await;
    applications::what_blocks_is_not_submitted(make().await).await;
    applications::a_number_is_shown_no_more_than_elsewhere(make().await).await;
    reviews::an_application_goes_all_the_way(make().await).await;
    reviews::a_reviewer_decides_whole_rounds_of_others(make().await).await;
    evidence::a_file_comes_back_as_it_was(make().await).await;
    once::a_repetition_happens_once(make().await).await;
    once::two_at_the_same_time_happen_once(make().await).await;
    evidence::files_of_the_past_make_room(make().await).await;
    race::limits_hold_in_a_race(make().await, make().await).await;
    race::a_careless_store_is_caught(make().await, make().await).await;
    shares::a_link_shows_the_screen_and_nothing_else(make().await).await;
    shares::a_link_ends_and_says_so_to_who_holds_it(make().await).await;
    shares::twenty_links_are_open_and_a_hundred_remembered(make().await).await;
    shares::a_link_that_was_taken_back_stays_shut(make().await, make().await).await;
    every_endpoint(&make).await;
}
