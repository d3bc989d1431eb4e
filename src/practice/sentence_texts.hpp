#pragma once
// What a problem says of each input that an answer rests on. What has no row is told by its meaning.

#include <string_view>

namespace bote {

enum class Paragraph { users, object, tier, policy };

/// {v} the value, {n} the value of a rate without its time, {per} its time, {w} and {r} the verbs, {os} the objects.
struct SentenceText {
    std::string_view definition;
    Paragraph paragraph;
    std::string_view text;
};
inline constexpr SentenceText kSentences[] = {
    {"registered_users", Paragraph::users, "{v} accounts."},
    {"mau", Paragraph::users, "{v} monthly users."},
    {"dau", Paragraph::users, "{v} people use it every day."},
    {"active_share", Paragraph::users, "{v} of them come on a given day."},
    {"concurrent_share", Paragraph::users, "{v} of the daily users are there at the same time."},
    {"concurrent_users", Paragraph::users, "{v} are connected at the same time."},
    {"sessions_per_user", Paragraph::users, "Each comes {times}{per}."},
    {"session_length", Paragraph::users, "A visit takes {v}."},
    {"devices", Paragraph::object, "{v} devices {w+} {os}."},
    {"interval", Paragraph::object, "Each {w} one every {v}."},
    {"writer_share", Paragraph::object, "{v} of the users {w+} any."},
    {"reader_share", Paragraph::object, "{v} of the users {r+} any."},
    {"writes_per_user", Paragraph::object, "Each user {w} {n}{per}."},
    {"reads_per_user", Paragraph::object, "Each user {r} {n}{per}."},
    {"writes", Paragraph::object, "{n} {are} {written}{per}."},
    {"reads", Paragraph::object, "{n} {are} {read}{per}."},
    {"write_qps", Paragraph::object, "{n} {are} {written}{per}."},
    {"read_qps", Paragraph::object, "{n} {are} {read}{per}."},
    {"read_write_ratio", Paragraph::object, "{v} {reads} for each write."},
    {"object_size", Paragraph::object, "{One} is {v}."},
    {"metadata_size", Paragraph::object, "{v} of metadata beside each."},
    {"derived_size", Paragraph::object, "{v} more is made from each and kept."},
    {"upload_size", Paragraph::object, "{One} comes in as {v}."},
    {"read_size", Paragraph::object, "One read sends out {v}."},
    {"request_size", Paragraph::object, "The request of a read is {v}."},
    {"response_size", Paragraph::object, "The answer to a write is {v}."},
    {"items_per_read", Paragraph::object, "One read returns {v} {os}."},
    {"existing", Paragraph::object, "{v} exist from the start."},
    {"existing_data", Paragraph::object, "{v} exists from the start."},
    {"new_objects", Paragraph::object, "{n} new {ones} kept{per}."},
    {"fanout", Paragraph::object, "One write sets off {v} internal writes."},
    {"recipients", Paragraph::object, "Each is pushed to {v} other {people}; a push is no request."},
    {"duration", Paragraph::object, "{One} plays for {v}."},
    {"bitrate", Paragraph::object, "It plays at {v}."},
    {"written", Paragraph::object, "{v} are written."},
    {"new_data", Paragraph::object, "{v} of new data."},
    {"stored_size", Paragraph::object, "{One} takes {v} on disk."},
    {"index_overhead", Paragraph::policy, "Indexes add {v} to what is stored, new data included."},
    {"compression", Paragraph::policy, "Compression makes it {v} times smaller."},
    {"retention", Paragraph::policy, "{All} kept for {v}."},
    {"growth", Paragraph::policy, "Traffic grows by {v} a year."},
    {"horizon", Paragraph::policy, "Plan for {v} from now."},
    {"busy_hours", Paragraph::policy, "All traffic falls into {v} of the day."},
    {"peak_factor", Paragraph::policy, "The busiest second has {v} times the average traffic."},
    {"replication", Paragraph::policy, "{v} copies of all data."},
    {"erasure_coding", Paragraph::policy, "Erasure coding takes {v} times the data on disk."},
    {"headroom", Paragraph::policy, "Disks stay {v} free."},
    {"margin", Paragraph::policy, "Buy {v} times what is needed."},
    {"cdn_share", Paragraph::policy, "A CDN answers {v} of the reads."},
    {"cache_window", Paragraph::policy, "The cache is made for the reads of {v}."},
    {"hot_fraction", Paragraph::policy, "{v} of {window} worth keeping in memory."},
    {"hit_ratio", Paragraph::policy, "The cache answers {v} of the reads."},
    {"latency", Paragraph::policy, "A request takes {v}."},
    {"hot_age", Paragraph::policy, "Data is hot for {v}."},
    {"data_parts", Paragraph::policy, "{v} of the parts are enough to read it."},
    {"resident_objects", Paragraph::object, "{v} are held in memory as a whole."},
    {"tier.load", Paragraph::tier, "{v} reach it on average."},
    {"tier.load_at_peak", Paragraph::tier, "{v} reach it in the busiest second."},
    {"tier.peak_load", Paragraph::tier, "{v} reach it in the busiest second."},
    {"tier.peak_factor", Paragraph::tier, "Its busiest second has {v} times the average."},
    {"tier.work", Paragraph::tier, "One request takes {v} of a core."},
    {"tier.spares", Paragraph::tier, "It has {v} spares."},
    {"tier.copies", Paragraph::tier, "{v} copies of what it holds."},
    {"tier.entries", Paragraph::tier, "It holds {v} entries."},
    {"tier.entry_size", Paragraph::tier, "An entry is {v}."},
    {"tier.documents", Paragraph::tier, "It holds {v} documents."},
    {"tier.document_size", Paragraph::tier, "A document is {v}."},
    {"tier.message", Paragraph::tier, "A message is {v}."},
    {"tier.keeps", Paragraph::tier, "It keeps what comes in for {v}."},
    {"tier.headroom", Paragraph::tier, "Its disks stay {v} free."},
    {"tier.connections_needed", Paragraph::tier, "{v} connections are open at the same time."},
    {"key.length", Paragraph::policy, "Keys have {v} characters"},
    {"key.alphabet", Paragraph::policy, "out of {v}."},
};

/// Values at which a sentence with a number in it would read oddly.
struct FixedSentence {
    std::string_view definition;
    double value;
    std::string_view text;
};
inline constexpr FixedSentence kFixedSentences[] = {
    {"registered_users", 1, "1 account."},
    {"mau", 1, "1 monthly user."},
    {"dau", 1, "1 person uses it every day."},
    {"headroom", 0, "Disks may be filled completely."},
    {"peak_factor", 1, "The busiest second is no busier than the rest."},
    {"upload_size", 0, "Its bytes come in by another way."},
    {"tier.spares", 0, "It has no spares."},
    {"tier.spares", 1, "It has one spare."},
    {"tier.peak_factor", 1, "Its busiest second is no busier than the rest."},
    {"hot_fraction", 0, "They are not kept in memory."},
};

}  // namespace bote
