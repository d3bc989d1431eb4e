#include "bote/serve/rpc.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/text.hpp"

namespace bote {
namespace {

bool is_id(const Json& id) { return id.is_string() || id.is_number_integer(); }

std::string described(const std::string& method) {
    constexpr std::size_t kMost = 100;
    return show_in_line(method.substr(0, kMost));
}

}  // namespace

bool RpcSession::run() {
    while (state_ != State::gone) {
        const std::string bytes = streams_.read();
        if (bytes.empty()) break;
        feed(bytes);
    }
    return !left_rudely_ && state_ != State::running;
}

void RpcSession::feed(std::string_view bytes) {
    frames_.feed(bytes);
    while (const auto frame = frames_.next()) receive(*frame);
    while (!waiting_.empty() && state_ != State::gone) {
        const Waiting message = std::move(waiting_.front());
        waiting_.pop_front();
        handle(message);
    }
    if (state_ == State::running) protocol_.idle();
}

void RpcSession::receive(const Frame& frame) {
    if (!frame.problem.empty()) return refuse(nullptr, RpcError::not_json, frame.problem);
    auto message = parse_json(frame.body);
    if (!message) return refuse(nullptr, RpcError::not_json, "the message is no JSON, or nested too deep");
    const Json* id = find_member(*message, "id");
    const Json* method = find_member(*message, "method");
    const Json* version = find_member(*message, "jsonrpc");
    const Json* parameters = find_member(*message, "params");
    const bool answers = method == nullptr && (find_member(*message, "result") || find_member(*message, "error"));
    if (answers) return;  // nothing was asked
    const Json told = id != nullptr && is_id(*id) ? *id : Json();
    const bool good = method != nullptr && method->is_string() && version != nullptr && *version == "2.0" &&
                      (id == nullptr || is_id(*id)) &&
                      (parameters == nullptr || parameters->is_structured() || parameters->is_null());
    if (!good) return refuse(told, RpcError::wrong_request, "the message is no request of JSON-RPC 2.0");
    Waiting waiting{told, method->get<std::string>(), Json::object()};
    if (parameters != nullptr && !parameters->is_null()) waiting.parameters = *parameters;
    if (waiting.method == protocol_.cancel) return cancel(waiting.parameters);
    waiting_.push_back(std::move(waiting));
}

void RpcSession::cancel(const Json& parameters) {
    const Json* id = find_member(parameters, protocol_.cancelled_id);
    if (id == nullptr || !is_id(*id)) return;
    for (Waiting& message : waiting_) message.cancelled = message.cancelled || message.id == *id;
}

void RpcSession::handle(const Waiting& message) {
    const bool asked = !message.id.is_null();
    try {
        if (message.cancelled && !protocol_.answers_cancelled) return;
        if (message.cancelled) throw RpcProblem(RpcError::cancelled, "cancelled");
        Json result = answer(message);
        if (asked) send({{"jsonrpc", "2.0"}, {"id", message.id}, {"result", std::move(result)}});
    } catch (const RpcProblem& problem) {
        if (asked) refuse(message.id, problem.code, problem.what());
    } catch (const WrongParameters& problem) {
        if (asked) refuse(message.id, RpcError::wrong_parameters, problem.what());
    } catch (const std::exception&) {
        if (asked) refuse(message.id, RpcError::fault, "a fault of bote's own; please report it with this input");
    }
}

Json RpcSession::answer(const Waiting& message) {
    const bool asked = !message.id.is_null();
    if (message.method == "exit" && !asked && protocol_.has_shutdown) {
        left_rudely_ = state_ != State::shut;
        state_ = State::gone;
        return nullptr;
    }
    const Method* method = find_method(message.method);
    check_state(message, method);
    if (method == nullptr)
        throw RpcProblem(RpcError::no_method, fmt::format("there is no method '{}'", described(message.method)));
    if (asked != (method->kind == MessageKind::request))
        throw RpcProblem(RpcError::wrong_request,
                         fmt::format("'{}' is {}", method->name, asked ? "a notification" : "a request"));
    Json result = method->run(message.parameters);
    if (message.method == "initialize") state_ = State::running;
    if (method->name == "shutdown") state_ = State::shut;
    return result;
}

void RpcSession::check_state(const Waiting& message, const Method* method) const {
    const bool first = message.method == "initialize";
    if (state_ == State::fresh && !first && (method == nullptr || !method->early))
        throw RpcProblem(RpcError::not_initialized, "`initialize` comes first");
    if (state_ == State::shut) throw RpcProblem(RpcError::wrong_request, "nothing but `exit` follows `shutdown`");
    if (state_ == State::running && first) throw RpcProblem(RpcError::wrong_request, "`initialize` comes once");
}

const Method* RpcSession::find_method(std::string_view name) const {
    static const Method shutdown{"shutdown", [](const Json&) { return Json(); }};
    if (name == shutdown.name && protocol_.has_shutdown) return &shutdown;
    const auto found = std::find_if(protocol_.methods.begin(), protocol_.methods.end(),
                                    [&](const Method& each) { return each.name == name; });
    return found == protocol_.methods.end() ? nullptr : &*found;
}

void RpcSession::notify(std::string_view method, Json parameters) {
    send({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(parameters)}});
}

void RpcSession::send(const Json& message) {
    if (!streams_.write(framed(write_json(message), protocol_.framing))) state_ = State::gone;
}

void RpcSession::refuse(const Json& id, RpcError code, const std::string& what) {
    send({{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", static_cast<int>(code)}, {"message", what}}}});
}

}  // namespace bote
