#include "themes.hpp"

namespace bote {
namespace {

constexpr std::string_view kHuge = "50M|100M|150M|200M|300M|500M";
constexpr std::string_view kLarge = "5M|10M|20M|30M|50M|80M|100M";
constexpr std::string_view kMiddling = "2M|3M|5M|8M|10M|20M|30M";
constexpr std::string_view kSmall = "500k|800k|1M|2M|3M|5M";

constexpr Theme kThemes[] = {
    {.title = "Photo sharing", .noun = "photo", .writes = "uploads", .reads = "views", .dau = kHuge,
     .writes_per_user = "0.1/day|0.2/day|0.5/day|1/day|2/day", .reads_per_user = "20/day|30/day|40/day|50/day|100/day",
     .object_size = "200 KB|300 KB|500 KB|1 MB|2 MB", .retention = "3 years|5 years|10 years",
     .metadata_size = "500 B|1 KB"},
    {.title = "Link shortener", .noun = "link", .writes = "creates", .reads = "follows", .dau = kMiddling,
     .writes_per_user = "0.1/day|0.2/day|0.5/day|1/day", .read_write_ratio = "10:1|20:1|50:1|100:1",
     .object_size = "200 B|300 B|500 B|1 KB", .retention = "2 years|3 years|5 years|10 years", .coded = true},
    {.title = "Chat", .noun = "message", .writes = "sends", .reads = "reads", .dau = kHuge,
     .writes_per_user = "10/day|20/day|30/day|40/day|50/day",
     .object_size = "100 B|150 B|200 B|300 B", .retention = "1 year|2 years|5 years", .recipients = "1|2|3|5"},
    {.title = "News feed", .noun = "post", .writes = "writes", .reads = "reads", .dau = kHuge,
     .writes_per_user = "0.2/day|0.5/day|1/day|2/day", .reads_per_user = "5/day|10/day|20/day",
     .object_size = "500 B|1 KB|2 KB|3 KB", .retention = "2 years|5 years|10 years", .items_per_read = "10|20|30",
     .fanout = "100|200|300|500"},
    {.title = "Ride hailing", .noun = "position", .writes = "sends", .reads = "requests", .dau = "",
     .read_write_ratio = "1:1|2:1|3:1", .object_size = "30 B|50 B|100 B", .retention = "7 days|30 days|90 days",
     .devices = "50k|100k|200k|500k|1M", .interval = "3 s|4 s|5 s|10 s"},
    {.title = "Fleet of sensors", .noun = "reading", .writes = "sends", .reads = "requests", .dau = "",
     .read_write_ratio = "1:1|2:1", .object_size = "50 B|100 B|200 B|500 B", .retention = "90 days|1 year|2 years|3 years",
     .metadata_size = "20 B|50 B", .devices = "100k|200k|500k|1M|2M|5M", .interval = "10 s|30 s|1 min|5 min"},
    {.title = "Video streaming", .noun = "video", .writes = "uploads", .reads = "watches", .dau = kLarge,
     .writes_per_user = "0.001/day|0.002/day|0.005/day|0.01/day", .reads_per_user = "2/day|3/day|5/day",
     .object_size = "50 MB|100 MB|200 MB|300 MB", .retention = "3 years|5 years|10 years", .metadata_size = "1 MB|2 MB",
     .cached = false},
    {.title = "Paste bin", .noun = "paste", .writes = "creates", .reads = "opens", .dau = kSmall,
     .writes_per_user = "0.5/day|1/day|2/day", .read_write_ratio = "5:1|10:1|20:1", .object_size = "5 KB|10 KB|20 KB|50 KB",
     .retention = "1 year|3 years|5 years|10 years", .metadata_size = "200 B|500 B", .coded = true},
    {.title = "Cloud drive", .noun = "file", .writes = "saves", .reads = "opens", .dau = kLarge,
     .writes_per_user = "1/day|2/day|5/day", .reads_per_user = "2/day|5/day|10/day",
     .object_size = "200 KB|500 KB|1 MB|2 MB", .retention = "3 years|5 years|10 years", .metadata_size = "500 B|1 KB",
     .cached = false},
    {.title = "Online shop", .noun = "order", .writes = "places", .reads = "checks", .dau = kLarge,
     .writes_per_user = "0.05/day|0.1/day|0.2/day", .read_write_ratio = "20:1|50:1|100:1", .object_size = "1 KB|2 KB|5 KB",
     .retention = "5 years|7 years|10 years", .metadata_size = "200 B|500 B", .coded = true},
    {.title = "Payments", .noun = "payment", .writes = "makes", .reads = "checks", .dau = kLarge,
     .writes_per_user = "0.5/day|1/day|2/day", .read_write_ratio = "2:1|3:1|5:1", .object_size = "500 B|1 KB|2 KB",
     .retention = "5 years|7 years|10 years", .metadata_size = "100 B|200 B"},
    {.title = "Comments", .noun = "comment", .writes = "writes", .reads = "reads", .dau = kLarge,
     .writes_per_user = "0.1/day|0.2/day|0.5/day|1/day", .reads_per_user = "10/day|20/day|50/day",
     .object_size = "200 B|300 B|500 B", .retention = "3 years|5 years|10 years", .items_per_read = "10|20|50"},
    {.title = "Music streaming", .noun = "play", .writes = "reports", .reads = "requests", .dau = kHuge,
     .writes_per_user = "10/day|20/day|30/day", .read_write_ratio = "1:1|2:1|3:1", .object_size = "100 B|150 B|200 B",
     .retention = "90 days|1 year|2 years"},
    {.title = "E-mail", .noun = "mail", .writes = "sends", .reads = "opens", .dau = kLarge,
     .writes_per_user = "2/day|3/day|5/day", .reads_per_user = "10/day|20/day|30/day",
     .object_size = "20 KB|50 KB|75 KB|100 KB", .retention = "3 years|5 years|10 years", .metadata_size = "1 KB|2 KB",
     .cached = false},
    {.title = "Web analytics", .noun = "event", .writes = "sends", .reads = "queries", .dau = kLarge,
     .writes_per_user = "20/day|50/day|100/day", .read_write_ratio = "1:1|2:1", .object_size = "200 B|300 B|500 B",
     .retention = "30 days|90 days|1 year"},
    {.title = "Recipes", .noun = "recipe", .writes = "adds", .reads = "opens", .dau = kMiddling,
     .writes_per_user = "0.05/day|0.1/day|0.2/day", .reads_per_user = "3/day|5/day|10/day",
     .object_size = "20 KB|50 KB|100 KB", .retention = "5 years|10 years", .metadata_size = "500 B|1 KB"},
    {.title = "Event tickets", .noun = "ticket", .writes = "buys", .reads = "checks", .dau = kMiddling,
     .writes_per_user = "0.05/day|0.1/day|0.2/day", .read_write_ratio = "20:1|50:1|100:1", .object_size = "500 B|1 KB|2 KB",
     .retention = "2 years|3 years|5 years", .coded = true},
    {.title = "Polls", .noun = "vote", .writes = "casts", .reads = "requests", .dau = kMiddling,
     .writes_per_user = "1/day|2/day|5/day", .read_write_ratio = "5:1|10:1|20:1", .object_size = "50 B|100 B",
     .retention = "1 year|2 years|5 years"},
    {.title = "Notes", .noun = "note", .writes = "saves", .reads = "opens", .dau = kSmall,
     .writes_per_user = "2/day|5/day|10/day", .read_write_ratio = "2:1|3:1|5:1", .object_size = "2 KB|5 KB|10 KB",
     .retention = "5 years|10 years", .metadata_size = "100 B|200 B"},
    {.title = "Job adverts", .noun = "advert", .writes = "posts", .reads = "views", .dau = kMiddling,
     .writes_per_user = "0.05/day|0.1/day|0.2/day", .reads_per_user = "5/day|10/day|20/day",
     .object_size = "5 KB|10 KB|20 KB", .retention = "1 year|2 years|3 years", .coded = true},
    {.title = "Stories", .noun = "story", .writes = "posts", .reads = "watches", .dau = kHuge,
     .writes_per_user = "0.2/day|0.5/day|1/day", .reads_per_user = "20/day|30/day|50/day",
     .object_size = "500 KB|1 MB|2 MB", .retention = "1 day|2 days|7 days", .cached = false},
    {.title = "Game scores", .noun = "score", .writes = "sends", .reads = "requests", .dau = kMiddling,
     .writes_per_user = "5/day|10/day|20/day", .read_write_ratio = "2:1|3:1|5:1", .object_size = "50 B|100 B|200 B",
     .retention = "90 days|1 year|2 years"},
    {.title = "Bug tracker", .noun = "ticket", .writes = "files", .reads = "opens", .dau = kSmall,
     .writes_per_user = "0.5/day|1/day|2/day", .read_write_ratio = "10:1|20:1", .object_size = "2 KB|5 KB|10 KB",
     .retention = "5 years|7 years|10 years", .metadata_size = "500 B|1 KB"},
};

}  // namespace

std::span<const Theme> all_themes() { return kThemes; }

}  // namespace bote
