#include <cmath>
#include <numbers>

#include <sndfile.h>

#include "audio/sound_pipeline.h"
#include "base/yaml.h"
#include "data/data_fixture.h"
#include "support.h"

using namespace anneal;
using audio::Sound;

namespace {

Sound tone(double hertz, int channels = 1, double seconds = 0.5, int rate = 16000) {
    Sound sound;
    sound.channels = channels;
    sound.rate = rate;
    sound.format = SF_FORMAT_WAV | SF_FORMAT_PCM_16;
    for (int i = 0; i < int(seconds * rate); ++i)
        for (int channel = 0; channel < channels; ++channel)
            sound.samples.push_back(0.25f * float(std::sin(2 * std::numbers::pi * hertz * i / rate)));
    return sound;
}

double loudness(const Sound& sound) {
    double sum = 0;
    for (const auto sample : sound.samples) sum += double(sample) * sample;
    return std::sqrt(sum / double(sound.samples.size()));
}

/// How much of a frequency is in the sound, of 1.
double share(const Sound& sound, double hertz) {
    double real = 0, imaginary = 0;
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        const double angle = 2 * std::numbers::pi * hertz * double(i) / sound.rate;
        real += sound.samples[i] * std::cos(angle);
        imaginary += sound.samples[i] * std::sin(angle);
    }
    return std::sqrt(2.0) * std::hypot(real, imaginary) / double(sound.samples.size()) / loudness(sound);
}

class Sounds : public test::DataTest {
protected:
    Result<data::MediaCopyReport> augment(const std::filesystem::path& set, const std::string& yaml, int threads = 2) {
        ANNEAL_TRY(document, base::parseYaml(yaml));
        ANNEAL_TRY(pipeline, audio::SoundPipeline::parse(document));
        ANNEAL_TRY(dataset, data::Dataset::open(set));
        data::MediaCopyOptions options;
        options.out = folder / ("varied-" + std::to_string(count++));
        options.threads = threads;
        pipeline->fill(options);
        return data::copyMedia(dataset, *pipeline, options);
    }
};

}  // namespace

TEST_F(Sounds, come_back_from_files_in_memory) {
    for (const int format : {SF_FORMAT_WAV | SF_FORMAT_PCM_16, SF_FORMAT_FLAC | SF_FORMAT_PCM_16, SF_FORMAT_AIFF | SF_FORMAT_PCM_24}) {
        auto sound = tone(440, 2);
        sound.format = format;
        const auto bytes = audio::encodeSound(sound);
        ASSERT_TRUE(test::succeeded(bytes));
        const auto back = audio::decodeSound(*bytes);
        ASSERT_TRUE(test::succeeded(back));
        EXPECT_EQ(back->channels, 2);
        EXPECT_EQ(back->rate, 16000);
        ASSERT_EQ(back->samples.size(), sound.samples.size());
        for (std::size_t i = 0; i < sound.samples.size(); i += 97) EXPECT_NEAR(back->samples[i], sound.samples[i], 1e-4);
    }
    EXPECT_EQ(audio::extension(tone(1)), "wav");
    EXPECT_EQ(audio::decodeSound("no sound").error().code, "sound_unreadable");
    EXPECT_EQ(audio::decodeSound("").error().code, "sound_unreadable");
}

TEST_F(Sounds, get_louder_by_decibels_and_never_beyond_the_scale) {
    auto sound = tone(440);
    const double before = loudness(sound);
    audio::amplify(sound, -6);
    EXPECT_NEAR(loudness(sound) / before, 0.5012, 1e-3);
    audio::amplify(sound, 60);
    for (const auto sample : sound.samples) EXPECT_LE(std::abs(sample), 1);
}

TEST_F(Sounds, get_noise_so_far_below_them) {
    for (const double wanted : {10.0, 30.0}) {
        const auto clean = tone(440, 1, 2);
        auto noisy = clean;
        data::Random random({1});
        audio::addNoise(noisy, wanted, random);
        auto noise = noisy;
        for (std::size_t i = 0; i < noise.samples.size(); ++i) noise.samples[i] -= clean.samples[i];
        EXPECT_NEAR(20 * std::log10(loudness(clean) / loudness(noise)), wanted, 0.3);
    }
    auto silence = tone(440);
    std::fill(silence.samples.begin(), silence.samples.end(), 0.0f);
    data::Random random({1});
    audio::addNoise(silence, 10, random);
    EXPECT_EQ(loudness(silence), 0);
}

TEST_F(Sounds, move_in_time_by_frames) {
    for (const int by : {3, -3, 100000, -100000}) {
        auto sound = tone(440, 2, 0.01);
        const auto before = sound.samples;
        audio::shift(sound, by);
        ASSERT_EQ(sound.samples.size(), before.size());
        for (std::int64_t i = 0; i < std::int64_t(before.size()); ++i) {
            const auto from = i - 2 * by;
            const bool inside = from >= 0 && from < std::int64_t(before.size());
            EXPECT_EQ(sound.samples[std::size_t(i)], inside ? before[std::size_t(from)] : 0.0f);
        }
    }
}

TEST_F(Sounds, play_faster_higher_and_without_aliases) {
    for (const double factor : {0.8, 1.25}) {
        auto sound = tone(1000, 1, 1);
        const auto frames = sound.frames();
        audio::speedUp(sound, factor);
        EXPECT_NEAR(double(sound.frames()), double(frames) / factor, 1);
        EXPECT_GT(share(sound, 1000 * factor), 0.99);
    }
    // 7 kHz played 1.5 times as fast is 10.5 kHz, which 16,000 samples a second cannot hold: it must go, not fold back to 5.5 kHz.
    auto high = tone(7000, 1, 1);
    const double before = loudness(high);
    audio::speedUp(high, 1.5);
    EXPECT_LT(loudness(high), before / 50);
}

TEST_F(Sounds, of_rows_become_new_files_and_bad_ones_are_put_aside) {
    std::string rows;
    for (int i = 0; i < 6; ++i) {
        const auto name = "clip-" + std::to_string(i) + ".wav";
        test::write(folder / name, i == 2 ? "no sound" : *audio::encodeSound(tone(300 + 50 * i)));
        rows += OrderedJson{{"audio", name}, {"text", "clip " + std::to_string(i)}}.dump() + "\n";
    }
    data::ImportOptions options;
    options.shape = data::Shape::audio;
    options.columns = {{"audios", "audio"}};
    auto imported = import("rows.jsonl", rows, options);
    ASSERT_TRUE(test::succeeded(imported));
    const std::string yaml = "{copies: 2, seed: 3, transforms: [gain: {p: 1}, noise: {p: 1}, shift, speed: {p: 1}]}";
    const auto report = augment(imported->dataset, yaml);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->made, 10);
    EXPECT_EQ(report->manifest.rejected, 1);
    EXPECT_EQ(report->rejected[0].row, 3);
    const auto filesOf = [&](const std::filesystem::path& set) {
        std::vector<std::string> files;
        for (const auto& row : rowsOf(set))
            if (!row["augmented_by"].is_null()) files.push_back(*base::readFile(row["audio"].get<std::string>()));
        return files;
    };
    const auto files = filesOf(report->dataset);
    ASSERT_EQ(files.size(), 10u);
    for (const auto& file : files) EXPECT_TRUE(test::succeeded(audio::decodeSound(file)));
    EXPECT_NE(files[0], files[1]);
    EXPECT_EQ(filesOf(augment(imported->dataset, yaml, 1)->dataset), files);
    EXPECT_EQ(augment(imported->dataset, "{transforms: [gian]}").error().code, "transform_unknown");
}
