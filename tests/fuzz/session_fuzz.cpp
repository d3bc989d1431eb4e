// Any bytes from a client: as they are, and as the body of a message in a session that has begun.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "bote/serve/lsp/language_server.hpp"
#include "bote/serve/mcp/tool_server.hpp"

namespace {

bote::Streams streams_of(std::vector<std::string>& pieces, std::size_t& at) {
    const auto read = [&] { return at < pieces.size() ? pieces[at++] : std::string(); };
    return {read, [](std::string_view) { return true; }};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const std::string begin = R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"x"}})";
    for (const bote::Framing framing : {bote::Framing::headers, bote::Framing::lines}) {
        std::vector<std::string> pieces{bote::framed(begin, framing), bote::framed(bytes, framing), bytes};
        std::size_t at = 0;
        if (framing == bote::Framing::headers) bote::serve_language(streams_of(pieces, at));
        else bote::serve_tools(streams_of(pieces, at), [](const bote::ToolCall&) { return bote::ToolAnswer{}; });
    }
    return 0;
}
