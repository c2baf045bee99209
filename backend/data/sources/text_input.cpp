#include "data/sources/text_input.h"

#include <algorithm>
#include <cstring>

#include "base/files.h"
#include "base/text.h"
#include "data/sources/encoding.h"

namespace anneal::data {
namespace {

constexpr std::size_t kSampleBytes = std::size_t(1) << 20;
constexpr std::size_t kReadBytes = std::size_t(4) << 20;

}  // namespace

std::size_t cutAtLine(std::string_view text, bool atEnd) {
    if (atEnd) return text.size();
    const auto newline = text.rfind('\n');
    return newline == std::string_view::npos ? 0 : newline + 1;
}

struct TextInput::State {
    std::filesystem::path file;
    std::size_t blockBytes = 0;
    UnpackLimits limits;
    Encoding encoding;
    Compression compression = Compression::none;
    std::shared_ptr<base::MappedFile> map;
    bool mapped = false;  // the map is the text
    std::string sample;
    bool sampleWhole = false;

    std::size_t at = 0;  // bytes of the map that are used up
    std::optional<UnpackedStream> reader;
    std::optional<Transcoder> transcoder;
    std::string pending;
    bool drained = false;
    bool firstBlock = true;
    bool finished = false;

    Result<std::string> readRaw(std::size_t bytes) {
        if (reader) return reader->read(bytes);
        auto piece = std::string(map->text().substr(std::min(at, map->text().size()), bytes));
        at += piece.size();
        return piece;
    }

    Status start() {
        at = mapped ? encoding.markBytes : 0;
        pending.clear();
        drained = finished = false;
        firstBlock = true;
        reader.reset();
        transcoder.reset();
        if (mapped) return {};
        if (compression != Compression::none) {
            ANNEAL_TRY(opened, UnpackedStream::open(file, compression, limits));
            reader = std::move(opened);
        }
        if (encoding.name != "UTF-8") {
            ANNEAL_TRY(converter, Transcoder::create(encoding.name));
            transcoder = std::move(converter);
        }
        if (encoding.markBytes > 0) ANNEAL_CHECK(readRaw(encoding.markBytes));
        return {};
    }

    /// Until `pending` holds `bytes` or nothing is left.
    Status fill(std::size_t bytes) {
        while (!drained && pending.size() < bytes) {
            ANNEAL_TRY(piece, readRaw(kReadBytes));
            drained = piece.size() < kReadBytes;
            if (transcoder)
                transcoder->convert(piece, drained, pending);
            else
                pending += piece;
        }
        return {};
    }

    Block finishBlock(Block block) {
        block.first = firstBlock;
        block.last = finished;
        firstBlock = false;
        return block;
    }
};

TextInput::TextInput(std::unique_ptr<State> state) : state_(std::move(state)) {}
TextInput::TextInput(TextInput&&) noexcept = default;
TextInput& TextInput::operator=(TextInput&&) noexcept = default;
TextInput::~TextInput() = default;

Result<TextInput> TextInput::open(const std::filesystem::path& file, const SourceOptions& options, bool detectLegacy) {
    auto state = std::make_unique<State>();
    state->file = file;
    state->blockBytes = options.blockBytes;
    state->limits = options.limits;
    const auto& encoding = options.encoding;
    ANNEAL_TRY(map, base::MappedFile::open(file));
    state->map = std::make_shared<base::MappedFile>(std::move(map));
    const auto all = state->map->text();
    state->compression = compressionOf(all);
    std::string head;
    if (state->compression != Compression::none) {
        ANNEAL_TRY(reader, UnpackedStream::open(file, state->compression, state->limits));
        ANNEAL_TRY(bytes, reader.read(kSampleBytes));
        head = std::move(bytes);
    } else {
        head = all.substr(0, kSampleBytes);
    }
    state->encoding = detectEncoding(head, detectLegacy);
    if (!encoding.empty()) {
        ANNEAL_CHECK(Transcoder::create(encoding));
        const bool marked = state->encoding.markBytes > 0 && base::toLower(encoding).starts_with("utf");
        state->encoding = {base::toLower(encoding) == "utf-8" ? "UTF-8" : encoding, marked ? state->encoding.markBytes : 0};
    }
    state->mapped = state->compression == Compression::none && state->encoding.name == "UTF-8";
    ANNEAL_CHECK(state->start());
    if (state->mapped) {
        state->sample = all.substr(std::min(all.size(), state->encoding.markBytes), kSampleBytes);
        state->sampleWhole = all.size() <= state->encoding.markBytes + kSampleBytes;
    } else {
        ANNEAL_CHECK(state->fill(kSampleBytes + 1));
        state->sample = state->pending.substr(0, kSampleBytes);
        state->sampleWhole = state->pending.size() <= kSampleBytes;
        ANNEAL_CHECK(state->start());
    }
    return TextInput(std::move(state));
}

std::string_view TextInput::sample() const { return state_->sample; }
bool TextInput::sampleIsWhole() const { return state_->sampleWhole; }
OrderedJson TextInput::details() const {
    OrderedJson found = {{"encoding", state_->encoding.name}};
    if (state_->encoding.markBytes > 0) found["byte_order_mark"] = true;
    if (state_->compression != Compression::none) found["compression"] = compressionName(state_->compression);
    return found;
}

Status TextInput::rewind() { return state_->start(); }

double TextInput::position() const {
    if (state_->reader) return state_->reader->position();
    const auto size = state_->map->text().size();
    return size == 0 ? 1 : double(state_->at) / double(size);
}

Result<std::optional<Block>> TextInput::next(const Cut& cut) {
    auto& state = *state_;
    if (state.finished) return std::nullopt;
    for (auto bytes = state.blockBytes;; bytes *= 2) {
        if (state.mapped) {
            const auto rest = state.map->text().substr(std::min(state.at, state.map->text().size()));
            const bool atEnd = rest.size() <= bytes;
            const auto size = cut(rest.substr(0, bytes), atEnd);
            if (size == 0 && !atEnd) continue;
            state.at += size;
            state.finished = atEnd && size == rest.size();
            if (size == 0 && atEnd) state.finished = true;
            // Memory stays flat: the pages of a block go with the block.
            const auto begin = std::size_t(rest.data() - state.map->text().data());
            std::shared_ptr<const void> owner(state.map.get(), [map = state.map, begin, size](const void*) { map->release(begin, size); });
            return state.finishBlock({rest.substr(0, size), rest.size() - size, 0, false, false, 0, std::move(owner)});
        }
        ANNEAL_CHECK(state.fill(bytes));
        const bool atEnd = state.drained && state.pending.size() <= bytes;
        const auto size = cut(std::string_view(state.pending).substr(0, bytes), atEnd);
        if (size == 0 && !atEnd) continue;
        auto owner = std::make_shared<std::string>(std::move(state.pending));
        state.pending.assign(*owner, size, std::string::npos);
        state.finished = atEnd && (state.pending.empty() || size == 0);
        const std::string_view text(*owner);
        return state.finishBlock({text.substr(0, size), text.size() - size, 0, false, false, 0, owner});
    }
}

}  // namespace anneal::data
