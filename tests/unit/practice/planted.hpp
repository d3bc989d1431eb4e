#pragma once
// Slips planted by hand: the wrong value was worked out from the inputs with pencil and paper, as it would be by
// whoever makes that slip, and is typed as people type.

#include <string_view>

#include "bote/practice/slips.hpp"

namespace bote::test {

struct Planted {
    std::string_view workload;
    std::string_view quantity;
    std::string_view typed;
    SlipKind kind;
};

/// write_qps 1,157/s; read_qps 115.7k/s; peak_qps 350.7k/s; new_data 50 GB/day; data 91.25 TB; storage 391.07 TB;
/// egress 57.87 MB/s, at the peak 173.6 MB/s; cache_memory 1 TB; database_read_qps 69.4k/s; app.servers 16.
inline constexpr std::string_view kLinks =
    "dau: 100M\nwrites_per_user: 1/day\nread_write_ratio: 100:1\nobject_size: 500 B\nretention: 5 years\n";

/// write_qps 1,504.6/s; read_qps 30.09k/s; peak_qps 126.4k/s; new_data 65 GB/day; data 166.1 TB; storage 442.87 TB;
/// egress 15.05 MB/s; cache_memory 130 GB; app.machines 108 (105.3, rounded up, and 2).
inline constexpr std::string_view kPastes =
    "dau: 130M\nwrites_per_user: 1/day\nread_write_ratio: 20:1\nobject_size: 500 B\nretention: 7 years\n"
    "replication: 2\nheadroom: 25%\npeak_factor: 4\nhit_ratio: 90%\nhot_fraction: 10%\napp.rps: 2k/s\napp.target: "
    "60%\n";

/// write_qps 1,157/s; read_qps 23.15k/s; egress 6.94 GB/s.
inline constexpr std::string_view kPhotos =
    "dau: 50M\nwrites_per_user: 2/day\nreads_per_user: 40/day\nobject_size: 300 KB\n";

/// write_qps 192.9/s.
inline constexpr std::string_view kMonthly = "writes: 500M/month\nobject_size: 500 B\n";

/// write_qps 115.7/s.
inline constexpr std::string_view kWeekly = "writes: 70M/week\nobject_size: 500 B\n";

/// read_qps 1,389/s.
inline constexpr std::string_view kSmallRatio =
    "dau: 10M\nwrites_per_user: 3/day\nread_write_ratio: 4:1\nobject_size: 1 KB\n";

/// egress 1.389 GB/s.
inline constexpr std::string_view kThumbnails =
    "dau: 50M\nwrites_per_user: 2/day\nreads_per_user: 40/day\nobject_size: 300 KB\nread_size: 60 KB\n";

/// write_qps 1,157/s, of 100M daily users.
inline constexpr std::string_view kAccounts =
    "mau: 500M\nactive_share: 20%\nwrites_per_user: 1/day\nobject_size: 1 KB\n";

/// write_qps 1,736/s, of 30M writers.
inline constexpr std::string_view kWriters =
    "dau: 300M\nwriter_share: 10%\nwrites_per_user: 5/day\nobject_size: 200 B\n";

/// app.servers 35 by network (30 GB/s of 0.875 GB/s each), 14 by requests (300k/s of 22.4k/s each).
inline constexpr std::string_view kPages = "reads: 8.64 billion/day\nread_size: 100 KB\n";

/// deliveries 231.5k/s.
inline constexpr std::string_view kFeed =
    "dau: 100M\nwrites_per_user: 1/day\nreads_per_user: 10/day\nobject_size: 1 KB\nfanout: 200\n";

/// new_data 88 GB/day.
inline constexpr std::string_view kRows =
    "dau: 110M\nwrites_per_user: 1/day\nobject_size: 500 B\nmetadata_size: 300 B\n";

/// new_data 110 GB/day of tweets and 330 GB/day of images.
inline constexpr std::string_view kTwoObjects =
    "objects:\n  tweet:\n    writes: 110M/day\n    object_size: 1 KB\n  image:\n    writes: 11M/day\n"
    "    object_size: 30 KB\n";

/// write_qps 3,176/s after three years.
inline constexpr std::string_view kGrowing =
    "dau: 100M\nwrites_per_user: 1/day\nobject_size: 1 KB\ngrowth: 40%\nhorizon: 3 years\n";

/// area 452.4
inline constexpr std::string_view kCircle = "define:\n  radius: 12\n  area: 3.1416 * radius ^ 2\n";

/// key.space 56.8 billion
inline constexpr std::string_view kCodes = "writes: 1M/day\nobject_size: 500 B\nkey.length: 6\n";

/// concurrent_requests 300
inline constexpr std::string_view kCalls = "writes: 103.68M/day\nupload_size: 1 KB\nlatency: 250 ms\n";

/// ingress 69.4 MB/s, egress 92.6 MB/s, bandwidth 162 MB/s
inline constexpr std::string_view kBothWays =
    "dau: 10M\nwrites_per_user: 30/day\nreads_per_user: 40/day\nobject_size: 20 KB\n";

/// egress 6.94 MB/s
inline constexpr std::string_view kGroups = "dau: 50M\nwrites_per_user: 40/day\nobject_size: 100 B\nrecipients: 3\n";

/// kv_per_token 131 KB: 2 * 32 * 8 * 128 * 2 B
inline constexpr std::string_view kTokens =
    "define:\n  layers: 32\n  heads: 32\n  kv_heads: 8\n  head_dim: 128\n"
    "  kv_per_token [B]: 2 * layers * kv_heads * head_dim * 2 B\n  all_heads: heads * 1\n";

/// new_data 16.25 GB/day
inline constexpr std::string_view kZipped = "dau: 130M\nwrites_per_user: 1/day\nobject_size: 500 B\ncompression: 4\n";

/// write_qps 1,157/s, from one every two days of 200M; peak_qps 584k/s.
inline constexpr std::string_view kStories =
    "dau: 200M\nwrites_per_user: 0.5/day\nreads_per_user: 50/day\nobject_size: 500 KB\npeak_factor: 5\n";

/// write_qps 200k/s
inline constexpr std::string_view kDevices = "devices: 1M\ninterval: 5 s\nobject_size: 100 B\n";

inline constexpr Planted kPlanted[] = {
    {kLinks, "peak_qps", "117k", SlipKind::average_for_peak},
    {kLinks, "peak_egress", "57.9 MB/s", SlipKind::average_for_peak},
    {kPastes, "peak_qps", "31.6k/s", SlipKind::average_for_peak},
    {kPastes, "new_data", "260 GB/day", SlipKind::peak_misplaced},
    {kLinks, "egress", "463 MB/s", SlipKind::bits_and_bytes},
    {kPastes, "storage", "55.4 TB", SlipKind::bits_and_bytes},
    {kLinks, "storage", "130 TB", SlipKind::replication_left_out},
    {kPastes, "storage", "221 TB", SlipKind::replication_left_out},
    {kPastes, "egress", "30.1 MB/s", SlipKind::replication_misplaced},
    {kLinks, "storage", "214 GB", SlipKind::retention_left_out},
    {kLinks, "data", "18 TB", SlipKind::retention_left_out},
    {kPastes, "storage", "886 TB", SlipKind::counted_twice},
    {kLinks, "data", "456 TB", SlipKind::counted_twice},
    {kLinks, "write_qps", "100M/s", SlipKind::day_for_second},
    {kPastes, "read_qps", "0.348/s", SlipKind::day_for_second},
    {kMonthly, "write_qps", "5.79k/s", SlipKind::month_not_divided},
    {kMonthly, "new_data", "250 GB/day", SlipKind::month_not_divided},
    {kLinks, "egress", "1.39 GB/s", SlipKind::hour_and_day},
    {kPastes, "write_qps", "62.7/s", SlipKind::hour_and_day},
    {kLinks, "write_qps", "69.4k/s", SlipKind::minute_and_second},
    {kPastes, "write_qps", "5.42M/s", SlipKind::minute_and_second},
    {kLinks, "storage", "32.6 TB", SlipKind::month_and_year},
    {kWeekly, "write_qps", "810/s", SlipKind::month_and_year},
    {kLinks, "storage", "391 GB", SlipKind::thousand},
    {kPastes, "read_qps", "30M/s", SlipKind::thousand},
    {kPastes, "storage", "4.43 PB", SlipKind::zero},
    {kLinks, "write_qps", "116/s", SlipKind::zero},
    {kLinks, "read_qps", "1.16k/s", SlipKind::ratio_left_out},
    {kPastes, "peak_egress", "3.01 MB/s", SlipKind::ratio_left_out},
    {kLinks, "read_qps", "11.6/s", SlipKind::ratio_wrong_side},
    {kPastes, "write_qps", "30.1k/s", SlipKind::ratio_wrong_side},
    {kSmallRatio, "read_qps", "1040/s", SlipKind::ratio_off_by_one},
    {kPhotos, "egress", "347 MB/s", SlipKind::writes_for_reads},
    {kThumbnails, "egress", "6.94 GB/s", SlipKind::request_for_response},
    {kAccounts, "write_qps", "5.79k/s", SlipKind::all_users_for_daily},
    {kWriters, "write_qps", "17.4k/s", SlipKind::share_left_out},
    {kLinks, "database_read_qps", "278k/s", SlipKind::share_swapped},
    {kLinks, "database_read_qps", "347k/s", SlipKind::cache_hit_ignored},
    {kPastes, "cache_memory", "1.3 TB", SlipKind::cache_of_everything},
    {kLinks, "cache_memory", "91 TB", SlipKind::cache_of_everything},
    {kPastes, "cache_memory", "520 GB", SlipKind::cache_window},
    {kPastes, "cache_memory", "47.45 TB", SlipKind::cache_window},
    {kLinks, "storage", "356 TB", SlipKind::margin_multiplied},
    {kPastes, "storage", "249 TB", SlipKind::margin_multiplied},
    {kLinks, "storage", "274 TB", SlipKind::margin_left_out},
    {kPastes, "app.machines", "66", SlipKind::margin_left_out},
    {kPastes, "app.machines", "106", SlipKind::not_rounded_up},
    {kPages, "app.servers", "14", SlipKind::wrong_resource},
    {kFeed, "deliveries", "1.16k/s", SlipKind::fanout},
    {kFeed, "write_qps", "231k/s", SlipKind::fanout},
    {kRows, "new_data", "55 GB/day", SlipKind::part_left_out},
    {kTwoObjects, "new_data", "110 GB/day", SlipKind::part_left_out},
    {kGrowing, "write_qps", "1160/s", SlipKind::growth},
    {kGrowing, "write_qps", "2550/s", SlipKind::growth},
    {kPastes, "storage", "487 TB", SlipKind::kilo},
    {kCircle, "area", "37.7", SlipKind::radius_for_area},
    {kCodes, "key.space", "3.52 trillion", SlipKind::key_power},
    {kCalls, "concurrent_requests", "4800", SlipKind::littles_law},
    {kBothWays, "bandwidth", "92.6 MB/s", SlipKind::one_direction},
    {kGroups, "egress", "9.26 MB/s", SlipKind::one_direction},
    {kTokens, "kv_per_token", "65.5 KB", SlipKind::model_factor},
    {kTokens, "kv_per_token", "524 KB", SlipKind::model_factor},
    {kZipped, "new_data", "65 GB/day", SlipKind::factor_left_out},
    {kLinks, "storage", "91.25 TB", SlipKind::factor_left_out},
    // With a day of 10^5 s, so that the slip's value is a round number too: 500M / 10^5 s, 300M x 5 / 10^5 s, ...
    {kLinks, "peak_qps", "100k", SlipKind::average_for_peak},
    {kStories, "peak_qps", "100k", SlipKind::average_for_peak},
    {kAccounts, "write_qps", "5k/s", SlipKind::all_users_for_daily},
    {kWriters, "write_qps", "15k/s", SlipKind::share_left_out},
    {kMonthly, "write_qps", "5k/s", SlipKind::month_not_divided},
    {kLinks, "cache_memory", "5 TB", SlipKind::cache_of_everything},
    {kFeed, "deliveries", "1k/s", SlipKind::fanout},
    // What is cached is what is written: 100M x 500 B x 20%.
    {kLinks, "cache_memory", "10 GB", SlipKind::writes_for_reads},
    // 200 GB a day, a copy for each of 3 recipients
    {kGroups, "new_data", "600 GB/day", SlipKind::fanout},
    {kStories, "write_qps", "2.3k", SlipKind::frequency},
    {kStories, "write_qps", "2k", SlipKind::frequency},
    {kStories, "write_qps", "4.6k", SlipKind::frequency},
    {kPhotos, "read_qps", "580/s", SlipKind::frequency},
    {kDevices, "write_qps", "1M/s", SlipKind::frequency},
    {kLinks, "new_data", "1.5 TB/day", SlipKind::month_and_year},
    {kLinks, "new_data", "18.25 TB/day", SlipKind::month_and_year},
    {kLinks, "egress", "58 Mb/s", SlipKind::bits_and_bytes},
    {kLinks, "write_qps", "1.16 GB", SlipKind::wrong_dimension},
    {kPastes, "storage", "443 TB/day", SlipKind::wrong_dimension},
};

}  // namespace bote::test
