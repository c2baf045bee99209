#include "pages/train/setting_words.h"

#include <array>
#include <map>

#include <QCoreApplication>

namespace anneal::pages {
namespace {

constexpr std::array kSchedule{

    SettingWords{"warmup_ratio", QT_TRANSLATE_NOOP("Settings", "Warmup ratio"),
                 QT_TRANSLATE_NOOP("Settings", "Share of the steps in which the rate rises")},
    SettingWords{"warmup_steps", QT_TRANSLATE_NOOP("Settings", "Warmup steps"),
                 QT_TRANSLATE_NOOP("Settings", "The same as a count; above 0 it wins")},
    SettingWords{"max_steps", QT_TRANSLATE_NOOP("Settings", "Most steps"),
                 QT_TRANSLATE_NOOP("Settings", "Ends the run before its epochs are over; 0 does not")},
    SettingWords{"early_stopping_patience", QT_TRANSLATE_NOOP("Settings", "Patience"),
                 QT_TRANSLATE_NOOP("Settings", "Evaluations without gain after which it stops; 0 never stops early")},
};
constexpr std::array kOptimiser{
    SettingWords{"weight_decay", QT_TRANSLATE_NOOP("Settings", "Weight decay"),
                 QT_TRANSLATE_NOOP("Settings", "Keeps weights small; helps on little data")},
    SettingWords{"max_grad_norm", QT_TRANSLATE_NOOP("Settings", "Gradient clipping"),
                 QT_TRANSLATE_NOOP("Settings", "Largest gradient norm; 0 does not clip")},
    SettingWords{"adam_beta1", QT_TRANSLATE_NOOP("Settings", "Adam beta 1"),
                 QT_TRANSLATE_NOOP("Settings", "How long gradients are remembered")},
    SettingWords{"adam_beta2", QT_TRANSLATE_NOOP("Settings", "Adam beta 2"),
                 QT_TRANSLATE_NOOP("Settings", "How long their squares are remembered")},
    SettingWords{"adam_epsilon", QT_TRANSLATE_NOOP("Settings", "Adam epsilon"),
                 QT_TRANSLATE_NOOP("Settings", "Raise it where BF16 makes steps jump")},
    SettingWords{"seed", QT_TRANSLATE_NOOP("Settings", "Seed"), QT_TRANSLATE_NOOP("Settings", "The same seed gives the same run")},
};
constexpr std::array kData{
    SettingWords{"max_samples", QT_TRANSLATE_NOOP("Settings", "Most samples"),
                 QT_TRANSLATE_NOOP("Settings", "First rows of each data set; for a quick try")},
    SettingWords{"packing", QT_TRANSLATE_NOOP("Settings", "Packing"),
                 QT_TRANSLATE_NOOP("Settings", "Fills each row with several short samples; faster")},
    SettingWords{"group_by_length", QT_TRANSLATE_NOOP("Settings", "Group by length"),
                 QT_TRANSLATE_NOOP("Settings", "Puts samples of a length together; less padding")},
    SettingWords{"shuffle", QT_TRANSLATE_NOOP("Settings", "Shuffle"), QT_TRANSLATE_NOOP("Settings", "Another order in each epoch")},
    SettingWords{"train_on_prompt", QT_TRANSLATE_NOOP("Settings", "Train on prompts"),
                 QT_TRANSLATE_NOOP("Settings", "Learns the questions as well as the answers")},
    SettingWords{"mask_history", QT_TRANSLATE_NOOP("Settings", "Last answer only"),
                 QT_TRANSLATE_NOOP("Settings", "Of a conversation only the last answer is trained")},
    SettingWords{"append_eos", QT_TRANSLATE_NOOP("Settings", "End token"),
                 QT_TRANSLATE_NOOP("Settings", "Ends plain text with the end token, so that it learns to stop")},
    SettingWords{"preprocessing_num_workers", QT_TRANSLATE_NOOP("Settings", "Preparing threads"),
                 QT_TRANSLATE_NOOP("Settings", "For turning rows into tokens; 0 takes every core")},
};
constexpr std::array kOutput{
    SettingWords{"logging_steps", QT_TRANSLATE_NOOP("Settings", "Log each"),
                 QT_TRANSLATE_NOOP("Settings", "Steps between two points of the curves")},
    SettingWords{"eval_strategy", QT_TRANSLATE_NOOP("Settings", "Evaluate"),
                 QT_TRANSLATE_NOOP("Settings", "When the held-out rows are measured")},
    SettingWords{"eval_steps", QT_TRANSLATE_NOOP("Settings", "Evaluate each"),
                 QT_TRANSLATE_NOOP("Settings", "Steps between two evaluations")},
    SettingWords{"per_device_eval_batch_size", QT_TRANSLATE_NOOP("Settings", "Evaluation rows at once"),
                 QT_TRANSLATE_NOOP("Settings", "More is faster and takes more memory")},
    SettingWords{"save_strategy", QT_TRANSLATE_NOOP("Settings", "Save checkpoints"),
                 QT_TRANSLATE_NOOP("Settings", "When a state to resume from is written")},
    SettingWords{"save_steps", QT_TRANSLATE_NOOP("Settings", "Save each"), QT_TRANSLATE_NOOP("Settings", "Steps between two checkpoints")},
    SettingWords{"save_total_limit", QT_TRANSLATE_NOOP("Settings", "Checkpoints kept"),
                 QT_TRANSLATE_NOOP("Settings", "The newest, beside the best; 0 keeps all")},
    SettingWords{"load_best_model_at_end", QT_TRANSLATE_NOOP("Settings", "Keep the best"),
                 QT_TRANSLATE_NOOP("Settings", "The result is the checkpoint with the lowest eval loss")},
    SettingWords{"plot_loss", QT_TRANSLATE_NOOP("Settings", "Plot the loss"),
                 QT_TRANSLATE_NOOP("Settings", "A picture of the curve in the run's folder")},
};
constexpr std::array kModel{
    SettingWords{"adapter_name_or_path", QT_TRANSLATE_NOOP("Settings", "Continue an adapter"),
                 QT_TRANSLATE_NOOP("Settings", "Folder of a LoRA that goes on from where it is")},
    SettingWords{"gradient_checkpointing", QT_TRANSLATE_NOOP("Settings", "Compute activations again"),
                 QT_TRANSLATE_NOOP("Settings", "Far less memory, a third more time")},
};

constexpr std::array kGroups{
    SettingGroup{QT_TRANSLATE_NOOP("Settings", "Schedule"), kSchedule},
    SettingGroup{QT_TRANSLATE_NOOP("Settings", "Optimiser"), kOptimiser},
    SettingGroup{QT_TRANSLATE_NOOP("Settings", "Data"), kData},
    SettingGroup{QT_TRANSLATE_NOOP("Settings", "Evaluation and checkpoints"), kOutput},
    SettingGroup{QT_TRANSLATE_NOOP("Settings", "Model"), kModel},
};

QString words(const char* text) { return QCoreApplication::translate("Settings", text); }

}  // namespace

std::span<const SettingGroup> advancedSettings() { return kGroups; }
QString settingName(const SettingWords& setting) { return words(setting.name); }
QString settingReason(const SettingWords& setting) { return words(setting.reason); }
QString groupName(const SettingGroup& group) { return words(group.name); }

QString choiceText(const std::string& choice) {
    static const std::map<std::string, const char*> names{
        {"cosine", QT_TRANSLATE_NOOP("Settings", "Cosine")},
        {"linear", QT_TRANSLATE_NOOP("Settings", "Linear")},
        {"constant", QT_TRANSLATE_NOOP("Settings", "Constant")},
        {"constant_with_warmup", QT_TRANSLATE_NOOP("Settings", "Constant with warmup")},
        {"warmup_stable_decay", QT_TRANSLATE_NOOP("Settings", "Warmup, stable, decay")},
        {"no", QT_TRANSLATE_NOOP("Settings", "Never")},
        {"steps", QT_TRANSLATE_NOOP("Settings", "By steps")},
        {"epoch", QT_TRANSLATE_NOOP("Settings", "Each epoch")},
        {"auto", QT_TRANSLATE_NOOP("Settings", "Automatic")},
    };
    const auto found = names.find(choice);
    return found == names.end() ? QString::fromStdString(choice).toUpper() : words(found->second);
}

}  // namespace anneal::pages
