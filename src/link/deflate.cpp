#include "bote/link/deflate.hpp"

#include <new>

#include <zlib.h>

namespace bote {
namespace {

constexpr int kNoHeader = -15;  // the largest window
constexpr int kMemoryLevel = 9;

const Bytef* bytes_of(std::string_view text) { return reinterpret_cast<const Bytef*>(text.data()); }
Bytef* bytes_of(std::string& text) { return reinterpret_cast<Bytef*>(text.data()); }

}  // namespace

std::string deflate_text(std::string_view text) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kNoHeader, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = const_cast<Bytef*>(bytes_of(text));  // which zlib only reads
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = bytes_of(packed);
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);  // with this much room it ends at once
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

InflatedText inflate_text(std::string_view packed, std::size_t most) {
    z_stream stream{};
    if (inflateInit2(&stream, kNoHeader) != Z_OK) throw std::bad_alloc();
    std::string text(most + 1, '\0');
    stream.next_in = const_cast<Bytef*>(bytes_of(packed));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = bytes_of(text);
    stream.avail_out = static_cast<uInt>(text.size());
    const int end = inflate(&stream, Z_FINISH);
    const std::size_t size = stream.total_out;
    const bool all_read = stream.avail_in == 0;
    inflateEnd(&stream);
    if (size > most) return {Inflated::too_long};
    if (end != Z_STREAM_END || !all_read) return {Inflated::damaged};
    text.resize(size);
    return {Inflated::whole, std::move(text)};
}

std::uint32_t crc32_of(std::string_view text) {
    return static_cast<std::uint32_t>(::crc32(0, bytes_of(text), static_cast<uInt>(text.size())));
}

}  // namespace bote
