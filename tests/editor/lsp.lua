-- The session of lsp.sh, as somebody would have it in Neovim: what is typed, and what the editor then shows.
local lines = vim.fn.readfile(vim.env.SESSION_FILE)
local buffer = vim.api.nvim_create_buf(true, false)
vim.api.nvim_set_current_buf(buffer)
vim.api.nvim_buf_set_name(buffer, vim.env.SESSION_FILE)
vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines)
vim.bo[buffer].filetype = "yaml"

local function say(text) io.stdout:write(text .. "\n") end

local heard = 0 -- published lists of diagnostics
local usual = vim.lsp.handlers["textDocument/publishDiagnostics"]
local client_id = vim.lsp.start_client({
    name = "bote",
    cmd = { vim.env.BOTE, "lsp" },
    handlers = {
        ["textDocument/publishDiagnostics"] = function(...)
            heard = heard + 1
            return usual(...)
        end,
    },
    on_error = function(code, problem) say("client error " .. code .. ": " .. vim.inspect(problem)) end,
})
vim.lsp.buf_attach_client(buffer, client_id)
assert(vim.wait(5000, function() return heard == 1 end), "no diagnostics of the opened file")
local client = vim.lsp.get_client_by_id(client_id)
local document = { uri = vim.uri_from_bufnr(buffer) }

local function ask(method, parameters)
    local answer, problem = client.request_sync(method, parameters, 5000, buffer)
    assert(answer, problem)
    if answer.err then return nil, answer.err.message end
    return answer.result
end

local function show_diagnostics()
    local found = vim.diagnostic.get(buffer)
    table.sort(found, function(a, b) return a.lnum < b.lnum end)
    if #found == 0 then say("  nothing to complain about") end
    for _, each in ipairs(found) do
        say(("  %d:%d-%d %s: %s"):format(each.lnum + 1, each.col + 1, each.end_col + 1,
            vim.diagnostic.severity[each.severity], each.message))
    end
end

-- Types as a change of the buffer, which Neovim sends as a range, and waits for what the server says of it.
local function type_at(pattern, text)
    local before = heard
    for i, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
        local from, to = line:find(pattern, 1, true)
        if from then
            vim.api.nvim_buf_set_text(buffer, i - 1, from - 1, i - 1, to, { text })
            break
        end
    end
    assert(vim.wait(5000, function() return heard > before end), "no diagnostics after a change")
end

local function place_of(pattern)
    for i, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
        local from = line:find(pattern, 1, true)
        if from then return { line = i - 1, character = select(2, vim.str_utfindex(line, from - 1)) } end
    end
end

local function whole() return { start = { line = 0, character = 0 }, ["end"] = { line = 1000, character = 0 } } end

local function show_hints()
    local shown = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
    local hints = ask("textDocument/inlayHint", { textDocument = document, range = whole() })
    for i = #hints, 1, -1 do
        local hint = hints[i]
        local line = shown[hint.position.line + 1]
        local at = vim.str_byteindex(line, hint.position.character, true)
        shown[hint.position.line + 1] = line:sub(1, at) .. "  <" .. hint.label .. ">" .. line:sub(at + 1)
    end
    for _, lens in ipairs(ask("textDocument/codeLens", { textDocument = document })) do
        say(("  above line %d: %s"):format(lens.range.start.line + 1, lens.command.title))
    end
    for _, line in ipairs(shown) do say("  " .. line) end
end

local function fix(pattern)
    local place = place_of(pattern)
    local actions = ask("textDocument/codeAction",
        { textDocument = document, range = { start = place, ["end"] = place }, context = { diagnostics = {} } })
    assert(#actions > 0, "no fix at " .. pattern)
    say("  fix: " .. actions[1].title)
    local before = heard
    vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
    assert(vim.wait(5000, function() return heard > before end), "no diagnostics after a fix")
end

say("open")
show_diagnostics()
show_hints()

say("type a mistake: dau becomes dua")
type_at("dau", "dua")
show_diagnostics()
say("hints while it is wrong: " .. #ask("textDocument/inlayHint", { textDocument = document, range = whole() }))
fix("dua")
show_diagnostics()

say("type a claim that fails")
type_at("storage <= 50 PB", "storage <= 1 TB")
show_diagnostics()
fix("storage <= 1 TB")
show_diagnostics()

say("behind a character of two UTF-16 units, type a mistake")
type_at("request_size: 10 KB", "request_size: 10 KBs")
show_diagnostics()
fix("KBs}")
show_diagnostics()

say("hover over photo.writes")
local box = ask("textDocument/hover", { textDocument = document, position = place_of("photo.writes") })
say("  " .. vim.split(box.contents.value, "\n")[1])

say("complete a key of an object")
local before_typing = heard
vim.api.nvim_buf_set_lines(buffer, 8, 8, false, { "    rete" })
assert(vim.wait(5000, function() return heard > before_typing end))
local completed = ask("textDocument/completion", { textDocument = document, position = { line = 8, character = 8 } })
for _, item in ipairs(completed.items) do
    if vim.startswith(item.label, "rete") then say("  " .. item.label .. " [" .. item.detail .. "]: " .. item.documentation) end
end
vim.api.nvim_buf_set_lines(buffer, 8, 9, false, {})

say("rename photo to picture")
local edit, problem = ask("textDocument/rename",
    { textDocument = document, position = place_of("photo:"), newName = "picture" })
assert(edit, problem)
local before_rename = heard
vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
assert(vim.wait(5000, function() return heard > before_rename end))
show_diagnostics()
show_hints()
local _, why = ask("textDocument/rename", { textDocument = document, position = place_of("picture:"), newName = "dau" })
say("rename picture to dau: " .. why)

client.stop()
assert(vim.wait(5000, function() return client.is_stopped() end), "the server does not end")
vim.cmd("qall!")
