<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Attention</name>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>It has no checkpoint and starts again.</source>
        <translation>没有检查点，将从头开始。</translation>
    </message>
    <message>
        <source>It continues from step %1, bit for bit.</source>
        <translation>可从第 %1 步逐位一致地继续。</translation>
    </message>
    <message>
        <source>%1 ended without a word at step %2</source>
        <translation>%1 在第 %2 步意外中断</translation>
    </message>
    <message>
        <source>%1 failed at step %2</source>
        <translation>%1 在第 %2 步失败</translation>
    </message>
    <message>
        <source>%1 is free now.</source>
        <translation>现有 %1 可用。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The training engine is missing</source>
        <translation>缺少训练引擎</translation>
    </message>
    <message>
        <source>Data can be prepared, but nothing can be trained, asked or exported.</source>
        <translation>可以准备数据，但无法训练、对话或导出。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>如何解决</translation>
    </message>
    <message>
        <source>Only %1 of disk is free</source>
        <translation>磁盘仅剩 %1</translation>
    </message>
    <message>
        <source>Checkpoints and exports may not fit. See what can go.</source>
        <translation>可能放不下检查点和导出文件。看看哪些可以清理。</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>清理空间</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>DataCommands</name>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Import what the clipboard holds</source>
        <translation>导入剪贴板内容</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>显示表格</translation>
    </message>
    <message>
        <source>Show the profile</source>
        <translation>显示概况</translation>
    </message>
    <message>
        <source>Show the samples</source>
        <translation>显示样本</translation>
    </message>
    <message>
        <source>Find in the rows</source>
        <translation>在行中查找</translation>
    </message>
    <message>
        <source>Find the next</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Go to a row</source>
        <translation>跳到某行</translation>
    </message>
    <message>
        <source>Copy rows as JSON lines</source>
        <translation>将行复制为 JSON Lines</translation>
    </message>
    <message>
        <source>Open the recipe</source>
        <translation>打开清洗方案</translation>
    </message>
    <message>
        <source>Add a cleaning step</source>
        <translation>添加清洗步骤</translation>
    </message>
    <message>
        <source>Undo in the recipe</source>
        <translation>撤销方案修改</translation>
    </message>
    <message>
        <source>Redo in the recipe</source>
        <translation>重做方案修改</translation>
    </message>
    <message>
        <source>Load a recipe</source>
        <translation>载入清洗方案</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>保存清洗方案</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>保存为新版本</translation>
    </message>
    <message>
        <source>Show the versions</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>Split into training and test</source>
        <translation>划分训练集与测试集</translation>
    </message>
    <message>
        <source>Train on this data set</source>
        <translation>用此数据集训练</translation>
    </message>
</context>
<context>
    <name>DatasetWords</name>
    <message>
        <source>Instructions</source>
        <translation>指令数据</translation>
    </message>
    <message>
        <source>An instruction, perhaps an input, and the answer</source>
        <translation>一条指令、可选的输入和回答</translation>
    </message>
    <message>
        <source>Conversations (ShareGPT)</source>
        <translation>对话（ShareGPT）</translation>
    </message>
    <message>
        <source>A list of turns, each with who speaks and what is said</source>
        <translation>多轮对话，每轮注明说话者和内容</translation>
    </message>
    <message>
        <source>Conversations (messages)</source>
        <translation>对话（messages）</translation>
    </message>
    <message>
        <source>A list of messages with role and content</source>
        <translation>带角色和内容的消息列表</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好数据</translation>
    </message>
    <message>
        <source>A better and a worse answer to one question</source>
        <translation>同一问题的较优与较差回答</translation>
    </message>
    <message>
        <source>Judged answers (KTO)</source>
        <translation>评判数据（KTO）</translation>
    </message>
    <message>
        <source>An answer and whether it is good</source>
        <translation>一个回答及其好坏</translation>
    </message>
    <message>
        <source>Prompts and completions</source>
        <translation>提示与补全</translation>
    </message>
    <message>
        <source>A text and how it goes on</source>
        <translation>一段文本及其续写</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Text to go on with, every token trained</source>
        <translation>用于续写的文本，全部词元参与训练</translation>
    </message>
    <message>
        <source>Labelled texts</source>
        <translation>文本分类</translation>
    </message>
    <message>
        <source>A text and the class that it belongs to</source>
        <translation>文本及其类别</translation>
    </message>
    <message>
        <source>Labelled words</source>
        <translation>序列标注</translation>
    </message>
    <message>
        <source>Words or stretches of a text with their labels</source>
        <translation>词或文本片段及其标签</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images with text or labels</source>
        <translation>图像及其文本或标签</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Recordings with text</source>
        <translation>录音及其文本</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Rows and columns without a role in training yet</source>
        <translation>尚未指定训练用途的行列数据</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Better answer</source>
        <translation>较优回答</translation>
    </message>
    <message>
        <source>Worse answer</source>
        <translation>较差回答</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>评判</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Nested (JSON)</source>
        <translation>嵌套（JSON）</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是否</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Exact number</source>
        <translation>精确小数</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期时间</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>delimiter %1</source>
        <translation>分隔符 %1</translation>
    </message>
    <message>
        <source>quote %1</source>
        <translation>引号 %1</translation>
    </message>
    <message>
        <source>first row names the columns</source>
        <translation>首行为列名</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>无表头</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Open the demo project</source>
        <translation>打开演示项目</translation>
    </message>
</context>
<context>
    <name>Disk</name>
    <message>
        <source>Files read for training</source>
        <translation>为训练读取的文件</translation>
    </message>
    <message>
        <source>Forecasts</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Measured steps</source>
        <translation>实测步骤</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Deleted, to be brought back</source>
        <translation>已删除，可恢复</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Processor and memory</source>
        <translation>处理器与内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>AVX2 and FMA</source>
        <translation>AVX2 与 FMA</translation>
    </message>
    <message>
        <source>Training and generation on the CPU run several times slower, or not at all.</source>
        <translation>在 CPU 上训练和生成会慢数倍，甚至无法运行。</translation>
    </message>
    <message>
        <source>BF16 on the CPU</source>
        <translation>CPU 的 BF16</translation>
    </message>
    <message>
        <source>AVX-512 BF16 or AMX</source>
        <translation>AVX-512 BF16 或 AMX</translation>
    </message>
    <message>
        <source>BF16 halves the memory on this CPU but is no faster than FP32.</source>
        <translation>在此 CPU 上 BF16 可省一半内存，但不比 FP32 快。</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>2 or more</source>
        <translation>至少 2 个</translation>
    </message>
    <message>
        <source>Importing and training share one core.</source>
        <translation>导入与训练共用一个核心。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>4 GiB</source>
        <translation>4 GiB</translation>
    </message>
    <message>
        <source>Only the smallest models fit.</source>
        <translation>只放得下最小的模型。</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>可用空间</translation>
    </message>
    <message>
        <source>10 GiB</source>
        <translation>10 GiB</translation>
    </message>
    <message>
        <source>Checkpoints and exports may not fit.</source>
        <translation>可能放不下检查点和导出文件。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Can be written to</source>
        <translation>可写入</translation>
    </message>
    <message>
        <source>No run, data set or model can be kept.</source>
        <translation>无法保存任何运行、数据集或模型。</translation>
    </message>
    <message>
        <source>Training engine</source>
        <translation>训练引擎</translation>
    </message>
    <message>
        <source>Starts, with LibTorch</source>
        <translation>可启动，带 LibTorch</translation>
    </message>
    <message>
        <source>Training, evaluation, chat and export do not run.</source>
        <translation>训练、评估、对话和导出均无法进行。</translation>
    </message>
    <message>
        <source>Build tools</source>
        <translation>构建工具</translation>
    </message>
    <message>
        <source>Only to build from source</source>
        <translation>仅从源码构建时需要</translation>
    </message>
    <message>
        <source>Anneal Studio cannot be built from source here.</source>
        <translation>无法在此从源码构建 Anneal Studio。</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驱动</translation>
    </message>
    <message>
        <source>580 or newer, for CUDA 13</source>
        <translation>580 或更新（CUDA 13）</translation>
    </message>
    <message>
        <source>The GPU stands idle; training runs on the CPU, 50 to 500 times slower.</source>
        <translation>GPU 闲置；训练在 CPU 上进行，慢 50 到 500 倍。</translation>
    </message>
    <message>
        <source>CUDA library</source>
        <translation>CUDA 库</translation>
    </message>
    <message>
        <source>12 or 13</source>
        <translation>12 或 13</translation>
    </message>
    <message>
        <source>The engine cannot use the GPU.</source>
        <translation>引擎无法使用 GPU。</translation>
    </message>
    <message>
        <source>cuDNN</source>
        <translation>cuDNN</translation>
    </message>
    <message>
        <source>9</source>
        <translation>9</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>In hardware</source>
        <translation>硬件支持</translation>
    </message>
    <message>
        <source>Not in hardware</source>
        <translation>无硬件支持</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, %2 free</source>
        <translation>%1，可用 %2</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>可用 %1</translation>
    </message>
    <message>
        <source>Does not start</source>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>All there</source>
        <translation>齐全</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺少：%1</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>No GPU is plugged in</source>
        <translation>未安装 GPU</translation>
    </message>
    <message>
        <source>Nothing without a GPU</source>
        <translation>无 GPU 时不需要</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>有所缺失</translation>
    </message>
    <message>
        <source>Ready to train on the CPU</source>
        <translation>可用 CPU 训练</translation>
    </message>
    <message>
        <source>Ready to train on the GPU</source>
        <translation>可用 GPU 训练</translation>
    </message>
    <message>
        <source>Ready to train on %1 GPUs</source>
        <translation>可用 %1 张 GPU 训练</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed.</source>
        <translation>
            <numerusform>%n 项检查通过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stand(s) in the way or could be better.</source>
        <translation>
            <numerusform>%n 项需要解决或可以改进。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could be better; that stops no run.</source>
        <translation>
            <numerusform>%n 项可以改进，但不妨碍运行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HardwareTiers</name>
    <message>
        <source>Development</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>One consumer card. Try data, templates and settings on a small base or with LoRA; what works here moves up unchanged.</source>
        <translation>一张消费级显卡。用小模型或 LoRA 试数据、模板和参数；在这里跑通的配置可原样放大。</translation>
    </message>
    <message>
        <source>Mid-scale</source>
        <translation>中等规模</translation>
    </message>
    <message>
        <source>Four data-centre cards in one machine. Each holds the whole model and trains its share of every batch: about four times as fast.</source>
        <translation>一台机器上四张数据中心卡。每张卡都放下整个模型，各训练批次的一份：速度约为四倍。</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Eight such cards and more, over several machines by torchrun or Slurm. For many runs a day and data sets of millions of rows.</source>
        <translation>八张以上同级显卡，可用 torchrun 或 Slurm 跨多台机器。适合每天多次运行、数百万行的数据集。</translation>
    </message>
    <message>
        <source>%1 × %2 GB</source>
        <translation>%1 × %2 GB</translation>
    </message>
</context>
<context>
    <name>ImportSection</name>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>竖线</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>This product&apos;s own files</source>
        <translation>本产品自身的文件</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>窗口界面</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Tensors and gradients, in the engine</source>
        <translation>引擎中的张量与梯度</translation>
    </message>
    <message>
        <source>GGUF files and chat templates</source>
        <translation>GGUF 文件与对话模板</translation>
    </message>
    <message>
        <source>Tables, CSV and Parquet</source>
        <translation>表格、CSV 与 Parquet</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Records of runs and of this window</source>
        <translation>运行记录与窗口状态</translation>
    </message>
    <message>
        <source>Unicode</source>
        <translation>Unicode</translation>
    </message>
    <message>
        <source>Regular expressions</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Tokenizers</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>Hashes</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Loss curves as pictures</source>
        <translation>损失曲线图片</translation>
    </message>
    <message>
        <source>The command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Errors as values</source>
        <translation>以值表示错误</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
</context>
<context>
    <name>NewVersion</name>
    <message>
        <source>Clean %1</source>
        <translation>清洗 %1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>恢复 %1</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>%1 is done</source>
        <translation>%1 已完成</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>共 %1 步</translation>
    </message>
    <message>
        <source>%1 was stopped</source>
        <translation>%1 已停止</translation>
    </message>
    <message>
        <source>At step %1; it can go on from there</source>
        <translation>停在第 %1 步，可从该处继续</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>%1 ended without a word</source>
        <translation>%1 意外中断</translation>
    </message>
    <message>
        <source>At step %1; it can go on from its last checkpoint</source>
        <translation>停在第 %1 步，可从最近的检查点继续</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>%1 · best eval loss %2</source>
        <translation>%1 · 最佳评估损失 %2</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1：失败</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>Paths</name>
    <message>
        <source>Data, runs and models</source>
        <translation>数据、运行与模型</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Training engine</source>
        <translation>训练引擎</translation>
    </message>
    <message>
        <source>Log of this window</source>
        <translation>本窗口的日志</translation>
    </message>
    <message>
        <source>Copy the path: %1</source>
        <translation>复制路径：%1</translation>
    </message>
    <message>
        <source>Show in the file manager: %1</source>
        <translation>在文件管理器中显示：%1</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>路径</translation>
    </message>
</context>
<context>
    <name>RenameDataset</name>
    <message>
        <source>A name has letters, digits, spaces or signs, and no slash</source>
        <translation>名称可用字母、数字、空格或符号，不能含斜杠</translation>
    </message>
    <message>
        <source>Another data set has this name</source>
        <translation>已有同名数据集</translation>
    </message>
</context>
<context>
    <name>RunStart</name>
    <message>
        <source>Prepare %1</source>
        <translation>准备 %1</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>继续 %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Freeze, %1 layers</source>
        <translation>冻结，%1 层</translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>全量</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A day without its year, as QLocale takes it.</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>%1 GPUs</source>
        <translation>%1 张 GPU</translation>
    </message>
    <message>
        <source>Ended at step %1</source>
        <translation>止于第 %1 步</translation>
    </message>
    <message>
        <source>Paused at step %1</source>
        <translation>暂停于第 %1 步</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>SplitPanel</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Not yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Import a table or a folder</source>
        <translation>导入表格或文件夹</translation>
    </message>
    <message>
        <source>%1 rows · %2 columns</source>
        <translation>%1 行 · %2 列</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>%1 parameters · %2</source>
        <translation>%1 参数 · %2</translation>
    </message>
    <message>
        <source>From a folder</source>
        <translation>来自文件夹</translation>
    </message>
    <message>
        <source>Add a model&apos;s folder</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Needs data and a base model</source>
        <translation>需要数据和基础模型</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>This run holds no rows back</source>
        <translation>此运行未留出验证行</translation>
    </message>
    <message>
        <source>With the first run</source>
        <translation>首次运行后可见</translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation>%1（第 %2 步）</translation>
    </message>
    <message>
        <source>Best eval loss</source>
        <translation>最佳评估损失</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>After a run</source>
        <translation>运行完成后</translation>
    </message>
</context>
<context>
    <name>StepFamilies</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>StepOptions</name>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>IQR</source>
        <translation>四分位距</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>稳健</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>截到边界</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Matching</source>
        <translation>匹配的</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>整值</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后一个</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>大小写</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>固定值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>众数</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前一个值</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Addresses with secrets</source>
        <translation>含密钥的网址</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>Bank cards</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Chinese ID</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>US SSN</source>
        <translation>美国社保号</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
</context>
<context>
    <name>StepParameters</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Agree by</source>
        <translation>按列取一致</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>IQR</source>
        <translation>四分位距</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Mark column</source>
        <translation>标记列</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>With</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Ignore case</source>
        <translation>忽略大小写</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Into column</source>
        <translation>写入列</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Dominance</source>
        <translation>频次倍数</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最大长度</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>最小长度</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>整词</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Number placeholders by</source>
        <translation>占位符编号范围</translation>
    </message>
    <message>
        <source>Fewest words left</source>
        <translation>最少剩余词数</translation>
    </message>
    <message>
        <source>Empty lines kept</source>
        <translation>保留空行数</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对照数据集</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Other values</source>
        <translation>其他取值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Blank is empty</source>
        <translation>空白视为空</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Damaged rows</source>
        <translation>损坏的行</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>最低置信度</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation>未知语言</translation>
    </message>
    <message>
        <source>Alike from</source>
        <translation>相似阈值</translation>
    </message>
    <message>
        <source>n-gram</source>
        <translation>n-gram</translation>
    </message>
    <message>
        <source>Only within</source>
        <translation>仅在组内比较</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Repair encoding</source>
        <translation>修复编码</translation>
    </message>
    <message>
        <source>Text that was read in the wrong encoding is read right again</source>
        <translation>把读错编码的文本重新读对</translation>
    </message>
    <message>
        <source>Strip control characters</source>
        <translation>去除控制字符</translation>
    </message>
    <message>
        <source>Takes out characters that nobody sees</source>
        <translation>去掉不可见的字符</translation>
    </message>
    <message>
        <source>Strip HTML</source>
        <translation>去除 HTML</translation>
    </message>
    <message>
        <source>Tags go, their text stays</source>
        <translation>去掉标签，保留文字</translation>
    </message>
    <message>
        <source>Normalise Unicode</source>
        <translation>统一 Unicode</translation>
    </message>
    <message>
        <source>One way to write each character</source>
        <translation>每个字符只有一种写法</translation>
    </message>
    <message>
        <source>Normalise white space</source>
        <translation>统一空白</translation>
    </message>
    <message>
        <source>Runs of spaces and empty lines become one</source>
        <translation>连续空格和空行合并为一</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>去首尾空白</translation>
    </message>
    <message>
        <source>White space at both ends goes</source>
        <translation>去掉两端空白</translation>
    </message>
    <message>
        <source>Replace pattern</source>
        <translation>替换模式</translation>
    </message>
    <message>
        <source>Puts something else where a pattern matches</source>
        <translation>替换匹配到的内容</translation>
    </message>
    <message>
        <source>Filter by pattern</source>
        <translation>按模式筛选</translation>
    </message>
    <message>
        <source>Keeps rows that match a pattern, or the others</source>
        <translation>保留匹配或不匹配的行</translation>
    </message>
    <message>
        <source>Extract pattern</source>
        <translation>提取模式</translation>
    </message>
    <message>
        <source>What a pattern finds becomes a column</source>
        <translation>匹配到的内容成为新列</translation>
    </message>
    <message>
        <source>Map values</source>
        <translation>映射取值</translation>
    </message>
    <message>
        <source>Other names for the values of a column</source>
        <translation>给列中的取值换名</translation>
    </message>
    <message>
        <source>Repair values</source>
        <translation>修正取值</translation>
    </message>
    <message>
        <source>Misspelt values become the frequent one beside them</source>
        <translation>把拼错的值改为常见写法</translation>
    </message>
    <message>
        <source>Drop empty</source>
        <translation>删除空行</translation>
    </message>
    <message>
        <source>Rows without a value go</source>
        <translation>删除没有值的行</translation>
    </message>
    <message>
        <source>Fill empty</source>
        <translation>填补空值</translation>
    </message>
    <message>
        <source>Puts a value where none is</source>
        <translation>在空处填入值</translation>
    </message>
    <message>
        <source>Keep languages</source>
        <translation>保留语言</translation>
    </message>
    <message>
        <source>Rows in other languages go or are marked</source>
        <translation>删除或标记其他语言的行</translation>
    </message>
    <message>
        <source>Mask personal data</source>
        <translation>遮盖个人信息</translation>
    </message>
    <message>
        <source>Names what stood there instead of showing it</source>
        <translation>以类别名代替原内容</translation>
    </message>
    <message>
        <source>Exact duplicates</source>
        <translation>完全重复</translation>
    </message>
    <message>
        <source>Of equal rows one stays</source>
        <translation>相同的行只留一行</translation>
    </message>
    <message>
        <source>Near duplicates</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>Of rows that are much alike one stays</source>
        <translation>高度相似的行只留一行</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
    <message>
        <source>Numbers far from the others</source>
        <translation>偏离其他值的数值</translation>
    </message>
    <message>
        <source>Length outliers</source>
        <translation>长度离群</translation>
    </message>
    <message>
        <source>Texts much longer or shorter than the others</source>
        <translation>明显过长或过短的文本</translation>
    </message>
    <message>
        <source>Drop by length</source>
        <translation>按长度删除</translation>
    </message>
    <message>
        <source>Too short or too long rows go</source>
        <translation>删除过短或过长的行</translation>
    </message>
    <message>
        <source>Limit length</source>
        <translation>限制长度</translation>
    </message>
    <message>
        <source>Too long texts are cut, split or marked</source>
        <translation>截断、拆分或标记过长文本</translation>
    </message>
</context>
<context>
    <name>SystemParts</name>
    <message>
        <source>Doctor</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Hardware advice</source>
        <translation>硬件建议</translation>
    </message>
    <message>
        <source>Paths and disk</source>
        <translation>路径与磁盘</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Paused at step %1</source>
        <translation>暂停于第 %1 步</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Done in %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>The rows of %1 again</source>
        <translation>恢复为 %1 的行</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) dropped</source>
        <translation>
            <numerusform>删除 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added</source>
        <translation>
            <numerusform>新增 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed</source>
        <translation>
            <numerusform>修改 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>无需处理</translation>
    </message>
</context>
<context>
    <name>anneal::bridge::DatasetList</name>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
</context>
<context>
    <name>anneal::bridge::ModelList</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>anneal::bridge::RunWatcher</name>
    <message>
        <source>Check who owns the folder.</source>
        <translation>请检查文件夹的所有者。</translation>
    </message>
</context>
<context>
    <name>anneal::controls::ChoiceCard</name>
    <message>
        <source>Memory %1</source>
        <translation>显存 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>显存</translation>
    </message>
</context>
<context>
    <name>anneal::controls::Face</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>anneal::controls::ForecastBar</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>其他程序</translation>
    </message>
</context>
<context>
    <name>anneal::controls::ProfileHeader</name>
    <message>
        <source>%1 empty</source>
        <translation>%1 为空</translation>
    </message>
    <message>
        <source>None empty</source>
        <translation>无空值</translation>
    </message>
</context>
<context>
    <name>anneal::controls::Stat</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>anneal::controls::Stepper</name>
    <message>
        <source>%1, done</source>
        <translation>%1，已完成</translation>
    </message>
</context>
<context>
    <name>anneal::models::RunTable</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
</context>
<context>
    <name>anneal::pages::AttentionCard</name>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Nothing. When a run ends before its time or the disk fills, it is told here.</source>
        <translation>没有。运行意外结束或磁盘将满时，会显示在这里。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::AttentionRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Take this off the list</source>
        <translation>从列表移除</translation>
    </message>
</context>
<context>
    <name>anneal::pages::CanTrainCard</name>
    <message>
        <source>What this machine can train</source>
        <translation>本机能训练什么</translation>
    </message>
    <message>
        <source>Other machines</source>
        <translation>其他机器</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>On %1 with %2, %3 tokens at once, activations recomputed. Each cell is the memory that it takes.</source>
        <translation>基于 %1（%2），每次 %3 个词元，重算激活。每格为所需内存。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ChangeTable</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Why it goes</source>
        <translation>删除原因</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>anneal::pages::CheckList</name>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>检测结果</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Look at these</source>
        <translation>请留意</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>The command is on the clipboard</source>
        <translation>命令已复制</translation>
    </message>
    <message>
        <source>Run it in a terminal, then check again.</source>
        <translation>在终端中运行，然后重新检查。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ColumnTable</name>
    <message>
        <source>%1–%2 characters</source>
        <translation>%1–%2 个字符</translation>
    </message>
    <message>
        <source>Lowest and highest; of texts the middle half of the lengths</source>
        <translation>最小值与最大值；文本为长度的中间一半</translation>
    </message>
    <message>
        <source>Of texts the length in characters</source>
        <translation>文本为字符长度</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ColumnsField</name>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>自动选择</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ContinueCard</name>
    <message>
        <source>started %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>Eval loss</source>
        <translation>评估损失</translation>
    </message>
    <message>
        <source>Best, step %1</source>
        <translation>最佳，第 %1 步</translation>
    </message>
    <message>
        <source>No rows held back</source>
        <translation>未留出验证行</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>峰值内存</translation>
    </message>
    <message>
        <source>of one rank</source>
        <translation>单个 rank</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>done at %1</source>
        <translation>%1 完成</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DataPage</name>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>All data sets</source>
        <translation>所有数据集</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DatasetSection</name>
    <message>
        <source>Parts of the data set</source>
        <translation>数据集的各部分</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>清洗方案</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Train on this</source>
        <translation>用它训练</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 已生成</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DatasetTable</name>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形态</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DemoOffer</name>
    <message>
        <source>See the whole loop</source>
        <translation>走一遍完整流程</translation>
    </message>
    <message>
        <source>Demo model and data, about a minute.</source>
        <translation>演示模型与数据，约一分钟。</translation>
    </message>
    <message>
        <source>Open demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>The demo is being made ready.</source>
        <translation>正在准备演示。</translation>
    </message>
    <message>
        <source>The demo is ready to train</source>
        <translation>演示已可训练</translation>
    </message>
    <message>
        <source>A small model learns to read contract clauses, in about a minute.</source>
        <translation>小模型学习识别合同条款，约一分钟。</translation>
    </message>
    <message>
        <source>Train the demo</source>
        <translation>训练演示</translation>
    </message>
    <message>
        <source>The demo trains</source>
        <translation>演示正在训练</translation>
    </message>
    <message>
        <source>Its loss falls while you watch.</source>
        <translation>损失正在下降，可实时查看。</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The demo is trained</source>
        <translation>演示已训练完成</translation>
    </message>
    <message>
        <source>Ask it, export it, or start a run on your own data.</source>
        <translation>与它对话、将它导出，或用自己的数据开始训练。</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>It is at work; see the jobs at the top right</source>
        <translation>正在进行，见右上角的任务</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DevicesCard</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>No GPU</source>
        <translation>无 GPU</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n core(s)</source>
        <translation>
            <numerusform>%1，%n 核</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 W</source>
        <translation>%1 W</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DiskTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DoctorSection</name>
    <message>
        <source>The report is on the clipboard</source>
        <translation>报告已复制</translation>
    </message>
    <message>
        <source>Looking at this machine</source>
        <translation>正在检测本机</translation>
    </message>
    <message>
        <source>The training engine is started once, to see that it starts.</source>
        <translation>会启动一次训练引擎，以确认可用。</translation>
    </message>
    <message>
        <source>It is being checked now</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Checking this machine</source>
        <translation>正在检查本机</translation>
    </message>
    <message>
        <source>Check this machine</source>
        <translation>检查本机</translation>
    </message>
    <message>
        <source>Checked %1 · took %2</source>
        <translation>检查于 %1 · 用时 %2</translation>
    </message>
</context>
<context>
    <name>anneal::pages::FitTableModel</name>
    <message>
        <source>%1, tight</source>
        <translation>%1，紧张</translation>
    </message>
    <message>
        <source>Does not fit: %1 of %2</source>
        <translation>放不下：%1 / %2</translation>
    </message>
    <message>
        <source>Fits: %1 of %2</source>
        <translation>放得下：%1 / %2</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>全量</translation>
    </message>
</context>
<context>
    <name>anneal::pages::GeneralSection</name>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>At once, without a restart.</source>
        <translation>立即生效，无需重启。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the desktop asks, or always the same.</source>
        <translation>跟随桌面，或固定一种。</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动效</translation>
    </message>
    <message>
        <source>Panels and toasts appear without sliding in.</source>
        <translation>面板和提示直接出现，不滑入。</translation>
    </message>
    <message>
        <source>Stay offline</source>
        <translation>保持离线</translation>
    </message>
    <message>
        <source>Nothing is fetched and no database on another machine is asked, here and on the command line.</source>
        <translation>不下载任何内容，也不访问其他机器上的数据库；命令行同样如此。</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
</context>
<context>
    <name>anneal::pages::HardwareSection</name>
    <message>
        <source>What to train on</source>
        <translation>用什么硬件训练</translation>
    </message>
    <message>
        <source>Memory decides what fits; more devices make it faster. Choose a base model and see what each machine takes.</source>
        <translation>内存决定放不放得下，设备数决定快慢。选择基础模型，查看各种机器的占用。</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Tokens at once on each device</source>
        <translation>每设备每次词元数</translation>
    </message>
    <message>
        <source>Recompute activations</source>
        <translation>重算激活</translation>
    </message>
    <message>
        <source>Keeps a fraction of the activations and computes the rest again: less memory, about a third more time</source>
        <translation>只保留部分激活，其余重新计算：更省内存，用时约多三分之一</translation>
    </message>
    <message>
        <source>What each machine takes</source>
        <translation>各种机器的占用</translation>
    </message>
    <message>
        <source>An estimate from the model&apos;s shapes, in BF16. The forecast before a run measures a few real steps.</source>
        <translation>由模型形状按 BF16 估算。运行前的预测会实测若干步。</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
</context>
<context>
    <name>anneal::pages::HomePage</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还是空的</translation>
    </message>
    <message>
        <source>Bring a table of examples and choose a model that learns from them, or open the demo and see the whole loop.</source>
        <translation>导入一份示例表格，选择要学习它的模型；或打开演示，走一遍完整流程。</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>Reading runs and data sets</source>
        <translation>正在读取运行与数据集</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>最近的运行</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>全部运行</translation>
    </message>
    <message numerus="yes">
        <source>%n data set(s)</source>
        <translation>
            <numerusform>%n 个数据集</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 次运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>The runs cannot be read</source>
        <translation>无法读取运行</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ImportSection</name>
    <message>
        <source>The first rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Rows that were left out</source>
        <translation>未导入的行</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Choose what to import</source>
        <translation>选择要导入的内容</translation>
    </message>
    <message>
        <source>The first rows show here with what was detected. You correct it, then import.</source>
        <translation>这里显示前几行和识别结果，修正后再导入。</translation>
    </message>
    <message>
        <source>Reading the first rows</source>
        <translation>正在读取前几行</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Values are divided by</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>First row names the columns</source>
        <translation>首行为列名</translation>
    </message>
    <message>
        <source>Name of the data set</source>
        <translation>数据集名称</translation>
    </message>
    <message>
        <source>Load mapping</source>
        <translation>载入映射</translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation>保存映射</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Open the data set</source>
        <translation>打开数据集</translation>
    </message>
    <message>
        <source>Import more</source>
        <translation>继续导入</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) looked at</source>
        <translation>
            <numerusform>已查看 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n 行无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the first rows</source>
        <translation>查看前几行</translation>
    </message>
    <message>
        <source>This cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation>另选来源</translation>
    </message>
    <message>
        <source>Another data set has this name</source>
        <translation>已有同名数据集</translation>
    </message>
    <message>
        <source>Give it a name without a slash</source>
        <translation>请输入不含斜杠的名称</translation>
    </message>
    <message>
        <source>Choose a source first</source>
        <translation>请先选择来源</translation>
    </message>
    <message>
        <source>Give it another name</source>
        <translation>请换一个名称</translation>
    </message>
    <message>
        <source>Load a mapping</source>
        <translation>载入映射</translation>
    </message>
    <message>
        <source>Mappings (*.yaml *.yml *.json)</source>
        <translation>映射 (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation>保存映射</translation>
    </message>
    <message>
        <source>Mapping saved</source>
        <translation>映射已保存</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>It goes on in the background; the job tray shows how far it is.</source>
        <translation>导入在后台进行，进度见任务栏。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 imported</source>
        <translation>已导入 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>%n 行未导入</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::LicencesSection</name>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>This window is distributed under GPL-3.0-or-later, because QCustomPlot is. Libraries come from Debian and PyPI, each under its own licence.</source>
        <translation>由于 QCustomPlot 采用 GPL-3.0-or-later，本窗口程序也按此许可证分发。各库来自 Debian 与 PyPI，遵循各自的许可证。</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>各库及其许可证</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证全文</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>%1 is under %2. Its text comes with the library; no Debian package on this machine has it.</source>
        <translation>%1 采用 %2。许可证全文随库提供；本机没有包含它的 Debian 软件包。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ListSection</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>No data set yet</source>
        <translation>还没有数据集</translation>
    </message>
    <message>
        <source>Drop files anywhere here, paste rows, or choose a folder or a database. What they hold is detected and can be corrected.</source>
        <translation>把文件拖到这里、粘贴行，或选择文件夹或数据库。内容会自动识别，并可修正。</translation>
    </message>
    <message>
        <source>Reading data sets</source>
        <translation>正在读取数据集</translation>
    </message>
    <message>
        <source>Filter data sets</source>
        <translation>筛选数据集</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message numerus="yes">
        <source>%n data set(s)</source>
        <translation>
            <numerusform>%n 个数据集</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a data set first</source>
        <translation>请先选择数据集</translation>
    </message>
    <message>
        <source>%1 is called %2 now</source>
        <translation>%1 已改名为 %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1 and its versions are in the trash</source>
        <translation>%1 及其各版本已移入回收站</translation>
    </message>
    <message>
        <source>%1 is in the trash</source>
        <translation>%1 已移入回收站</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
</context>
<context>
    <name>anneal::pages::MappingForm</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose the columns that the rows are made of</source>
        <translation>请选择构成样本的列</translation>
    </message>
    <message>
        <source>Choose the column that is trained</source>
        <translation>请选择要训练的列</translation>
    </message>
    <message>
        <source>%1 of the first rows fit</source>
        <translation>前几行中 %1 符合</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>置信度 %1</translation>
    </message>
    <message>
        <source>Rows are</source>
        <translation>行的形态</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ProfileTab</name>
    <message>
        <source>Cannot be told</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Looking through the rows</source>
        <translation>正在检查各行</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns with their figures</source>
        <translation>各列的统计</translation>
    </message>
    <message>
        <source>Profile of %1</source>
        <translation>%1 的概况</translation>
    </message>
    <message>
        <source>The profile could not be made</source>
        <translation>无法生成概况</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the rows looked at</source>
        <translation>
            <numerusform>所查行中有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Example for %1</source>
        <translation>%1 的示例</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Exact duplicates</source>
        <translation>完全重复</translation>
    </message>
    <message>
        <source>Median length</source>
        <translation>长度中位数</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>95 of 100 under</source>
        <translation>95% 低于</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Nothing to mend was found.</source>
        <translation>没有发现需要处理的问题。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RecentRuns</name>
    <message>
        <source>Recent runs</source>
        <translation>最近的运行</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RecipeCounter</name>
    <message>
        <source>Preview of %1</source>
        <translation>预览 %1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RecipeModel</name>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n 个单元格</numerusform>
        </translation>
    </message>
    <message>
        <source>no change</source>
        <translation>无变化</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RecipePanel</name>
    <message>
        <source>Recipe</source>
        <translation>清洗方案</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>More for the recipe</source>
        <translation>方案的更多操作</translation>
    </message>
    <message>
        <source>Load recipe…</source>
        <translation>载入方案…</translation>
    </message>
    <message>
        <source>Save recipe…</source>
        <translation>保存方案…</translation>
    </message>
    <message>
        <source>Remove all steps</source>
        <translation>移除所有步骤</translation>
    </message>
    <message>
        <source>Before the recipe</source>
        <translation>清洗前</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Steps clean rows one after the other. Nothing is written until you save a version.</source>
        <translation>步骤依次清洗各行。保存版本之前不会写入任何内容。</translation>
    </message>
    <message>
        <source>Steps of the recipe</source>
        <translation>方案的步骤</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>移除步骤</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rows kept</source>
        <translation>保留的行</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting rows</source>
        <translation>正在统计行数</translation>
    </message>
    <message>
        <source>The preview follows</source>
        <translation>稍后显示预览</translation>
    </message>
    <message>
        <source>%1 rows kept</source>
        <translation>保留 %1 行</translation>
    </message>
    <message>
        <source>No step yet</source>
        <translation>还没有步骤</translation>
    </message>
    <message>
        <source>Recipe %1. It replays on new data.</source>
        <translation>方案 %1，可用于新数据。</translation>
    </message>
    <message>
        <source>Save as v%1</source>
        <translation>保存为 v%1</translation>
    </message>
    <message>
        <source>Add a step first</source>
        <translation>请先添加步骤</translation>
    </message>
    <message>
        <source>Rows are being counted</source>
        <translation>正在统计行数</translation>
    </message>
    <message>
        <source>No step is switched on, or one has a mistake</source>
        <translation>没有启用的步骤，或某一步有误</translation>
    </message>
    <message>
        <source>No row would be left</source>
        <translation>将没有剩余的行</translation>
    </message>
    <message>
        <source>Load a recipe</source>
        <translation>载入清洗方案</translation>
    </message>
    <message>
        <source>Recipes (*.yaml *.yml *.json)</source>
        <translation>方案 (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>保存清洗方案</translation>
    </message>
    <message>
        <source>Recipe saved</source>
        <translation>方案已保存</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RejectedTable</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Why it was left out</source>
        <translation>未导入原因</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开头</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RoleHeader</name>
    <message>
        <source>No role</source>
        <translation>无角色</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RowModel</name>
    <message>
        <source>Dropped: %1</source>
        <translation>已删除：%1</translation>
    </message>
    <message>
        <source>The row&apos;s number in the data set</source>
        <translation>行在数据集中的序号</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>新列</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n 个取值</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2 characters</source>
        <translation>%1–%2 个字符</translation>
    </message>
</context>
<context>
    <name>anneal::pages::SamplesTab</name>
    <message>
        <source>no sample</source>
        <translation>无法成样本</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Token %1, id %2</source>
        <translation>词元 %1，id %2</translation>
    </message>
    <message>
        <source>Read the tokenizer</source>
        <translation>读取分词器</translation>
    </message>
    <message>
        <source>The samples cannot be shown</source>
        <translation>无法显示样本</translation>
    </message>
    <message>
        <source>Use the model&apos;s own template</source>
        <translation>使用模型自带模板</translation>
    </message>
    <message>
        <source>Show a sample</source>
        <translation>显示样本</translation>
    </message>
    <message>
        <source>Measure the samples of %1</source>
        <translation>统计 %1 的样本长度</translation>
    </message>
    <message>
        <source>No model to read the rows with</source>
        <translation>没有可用的模型</translation>
    </message>
    <message>
        <source>Samples show as a model sees them. Add a model&apos;s folder first.</source>
        <translation>样本按模型所见显示，请先添加模型文件夹。</translation>
    </message>
    <message>
        <source>Reading the tokenizer</source>
        <translation>正在读取分词器</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Which samples</source>
        <translation>显示哪些样本</translation>
    </message>
    <message>
        <source>File order</source>
        <translation>文件顺序</translation>
    </message>
    <message>
        <source>Problems only</source>
        <translation>仅有问题的</translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation>上一个样本</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>下一个样本</translation>
    </message>
    <message>
        <source>A sample by chance</source>
        <translation>随机样本</translation>
    </message>
    <message>
        <source>The sample as tokens</source>
        <translation>样本的词元</translation>
    </message>
    <message>
        <source>Lengths of all samples</source>
        <translation>所有样本的长度</translation>
    </message>
    <message>
        <source>This sample</source>
        <translation>当前样本</translation>
    </message>
    <message>
        <source>Measuring all samples</source>
        <translation>正在统计所有样本</translation>
    </message>
    <message>
        <source>Length, all samples</source>
        <translation>所有样本的长度</translation>
    </message>
    <message>
        <source>How it is rendered</source>
        <translation>渲染方式</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Cutoff</source>
        <translation>截断长度</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>Train on prompts too</source>
        <translation>提示也参与训练</translation>
    </message>
    <message>
        <source>Measure all samples</source>
        <translation>统计所有样本</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>参与训练</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>End token</source>
        <translation>结束词元</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>95 of 100 under</source>
        <translation>95% 低于</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Green is trained, grey is prompt, violet a special token; struck through is beyond the cutoff. Click a token for its id.</source>
        <translation>绿色参与训练，灰色为提示，紫色为特殊词元；划线部分超出截断长度。点击词元可看其 id。</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>Longer than the cutoff</source>
        <translation>超出截断长度</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, %2 trained</source>
        <translation>%1，其中 %2 参与训练</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>已训练</translation>
    </message>
    <message>
        <source>lost to the cutoff</source>
        <translation>因截断丢失</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ShortcutsSection</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>anneal::pages::SourceCard</name>
    <message>
        <source>Where the rows come from</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Drop files here, or choose them. CSV, JSON, Parquet, Excel, text and more; packed or in folders.</source>
        <translation>把文件拖到这里或选择文件。支持 CSV、JSON、Parquet、Excel、文本等，可压缩或放在文件夹中。</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Paste rows: a table, CSV or JSON</source>
        <translation>粘贴行：表格、CSV 或 JSON</translation>
    </message>
    <message>
        <source>Pasted rows</source>
        <translation>粘贴的行</translation>
    </message>
    <message>
        <source>Use these rows</source>
        <translation>使用这些行</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>used once, kept nowhere</source>
        <translation>只用一次，不保存</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Read the first rows</source>
        <translation>读取前几行</translation>
    </message>
    <message numerus="yes">
        <source>%1, then %n more</source>
        <translation>
            <numerusform>%1，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder of data</source>
        <translation>选择数据文件夹</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>正在连接服务器</translation>
    </message>
    <message>
        <source>Test the database</source>
        <translation>测试数据库</translation>
    </message>
    <message>
        <source>%1 answers. Tables: %2</source>
        <translation>%1 已响应。表：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Write a query</source>
        <translation>请填写查询</translation>
    </message>
</context>
<context>
    <name>anneal::pages::SplitPanel</name>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Close splitting</source>
        <translation>关闭划分</translation>
    </message>
    <message>
        <source>Equal rows stay together, so that nothing of the test is trained. Each part becomes a data set.</source>
        <translation>相同的行划在一起，测试内容不会进入训练。每一部分成为一个数据集。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>the same gives the same parts</source>
        <translation>相同种子得到相同划分</translation>
    </message>
    <message>
        <source>Keep the shares of</source>
        <translation>保持比例的列</translation>
    </message>
    <message>
        <source>No column</source>
        <translation>不指定</translation>
    </message>
    <message>
        <source>The parts are more than everything</source>
        <translation>各部分之和超过全部</translation>
    </message>
    <message>
        <source>Give a part its share</source>
        <translation>请给某部分指定比例</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>划分 %1</translation>
    </message>
    <message>
        <source>%1 is split</source>
        <translation>%1 已划分</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>anneal::pages::StepForm</name>
    <message>
        <source>Not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>old: new</source>
        <translation>旧值: 新值</translation>
    </message>
</context>
<context>
    <name>anneal::pages::StepPicker</name>
    <message>
        <source>Search steps</source>
        <translation>搜索步骤</translation>
    </message>
    <message>
        <source>Cleaning steps</source>
        <translation>清洗步骤</translation>
    </message>
    <message>
        <source>Back to the recipe</source>
        <translation>返回方案</translation>
    </message>
</context>
<context>
    <name>anneal::pages::StorageSection</name>
    <message>
        <source>Paths and disk</source>
        <translation>路径与磁盘</translation>
    </message>
    <message>
        <source>Measuring the disk</source>
        <translation>正在统计磁盘</translation>
    </message>
    <message>
        <source>The disk by what fills it</source>
        <translation>磁盘占用构成</translation>
    </message>
    <message>
        <source>What fills the disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Remove checkpoints</source>
        <translation>移除检查点</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>What fills it</source>
        <translation>占用明细</translation>
    </message>
    <message>
        <source>Measure the disk</source>
        <translation>统计磁盘</translation>
    </message>
    <message>
        <source>%1 free of %2</source>
        <translation>可用 %1，共 %2</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>Choose a row first</source>
        <translation>请先选择一行</translation>
    </message>
    <message>
        <source>It is at work; stop it first</source>
        <translation>正在使用，请先停止</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>清空回收站？</translation>
    </message>
    <message>
        <source>This frees %1. What is in it cannot be brought back.</source>
        <translation>将释放 %1，其中内容无法恢复。</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>This frees %1. Made from it: %2. They stay, but cannot be resumed or made again.</source>
        <translation>将释放 %1。由它生成的有：%2。它们会保留，但无法继续或重新生成。</translation>
    </message>
    <message>
        <source>Remove the checkpoints of %1?</source>
        <translation>移除 %1 的检查点？</translation>
    </message>
    <message>
        <source>This frees %1. The run&apos;s result stays; it can no longer be resumed, nor be exported from an earlier step.</source>
        <translation>将释放 %1。运行结果会保留，但无法再继续，也无法从更早的步骤导出。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <translation>永久删除 %1？</translation>
    </message>
    <message>
        <source>It lies on another disk and cannot be brought back.</source>
        <translation>它在另一块磁盘上，删除后无法恢复。</translation>
    </message>
    <message>
        <source>Removed the checkpoints of %1</source>
        <translation>已移除 %1 的检查点</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>已删除 %1</translation>
    </message>
    <message>
        <source>%1 in the trash</source>
        <translation>%1 已移至回收站</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1 freed</source>
        <translation>已释放 %1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::SystemPage</name>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Parts of System</source>
        <translation>系统的各部分</translation>
    </message>
</context>
<context>
    <name>anneal::pages::TableTab</name>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What this step does</source>
        <translation>此步骤的效果</translation>
    </message>
    <message>
        <source>Filter rows, for example risk = high</source>
        <translation>筛选行，例如 risk = high</translation>
    </message>
    <message>
        <source>Looking through the rows</source>
        <translation>正在检查各行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Only touched rows</source>
        <translation>仅受影响的行</translation>
    </message>
    <message>
        <source>No row matches.</source>
        <translation>没有匹配的行。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>表格显示内容</translation>
    </message>
    <message>
        <source>Changed cells or dropped rows</source>
        <translation>修改的单元格或删除的行</translation>
    </message>
    <message numerus="yes">
        <source>Changed %n cell(s)</source>
        <translation>
            <numerusform>修改 %n 个单元格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dropped %n row(s)</source>
        <translation>
            <numerusform>删除 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) match</source>
        <translation>
            <numerusform>%n 行匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 → %3 rows</source>
        <translation>%1：%2 → %3 行</translation>
    </message>
    <message>
        <source>%1 → %2 rows</source>
        <translation>%1 → %2 行</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied as JSON lines</source>
        <translation>
            <numerusform>已将 %n 行复制为 JSON Lines</numerusform>
        </translation>
    </message>
    <message>
        <source>Showing rows %1–%2</source>
        <translation>显示第 %1–%2 行</translation>
    </message>
</context>
<context>
    <name>anneal::pages::TextReader</name>
    <message>
        <source>Copy the whole text</source>
        <translation>复制全文</translation>
    </message>
    <message>
        <source>Close the reader</source>
        <translation>关闭阅读窗格</translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>What happened to the row</source>
        <translation>此行的变化过程</translation>
    </message>
    <message numerus="yes">
        <source>row %1 · %n character(s)</source>
        <translation>
            <numerusform>第 %1 行 · %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>No value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>Row %1 of the version before</source>
        <translation>前一版本的第 %1 行</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>%1, %2: %3 became %4</source>
        <translation>%1，%2：%3 变为 %4</translation>
    </message>
    <message>
        <source>%1 dropped it: %2</source>
        <translation>%1 删除了此行：%2</translation>
    </message>
    <message>
        <source>No step touched it.</source>
        <translation>没有步骤改动此行。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::TierCard</name>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>全量</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>of the catalogue</source>
        <translation>目录中的模型</translation>
    </message>
</context>
<context>
    <name>anneal::pages::VerdictCard</name>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
</context>
<context>
    <name>anneal::pages::VersionsPanel</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Close the versions</source>
        <translation>关闭版本</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>anneal::shell::BeginStep</name>
    <message>
        <source>Your own data</source>
        <translation>自己的数据</translation>
    </message>
    <message>
        <source>A table, JSON lines or a folder of text; what it is for is found by itself.</source>
        <translation>表格、JSON Lines 或文本文件夹；用途会自动识别。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>先四处看看</translation>
    </message>
    <message>
        <source>Opening the demo</source>
        <translation>正在打开演示</translation>
    </message>
    <message>
        <source>Train it now</source>
        <translation>立即训练</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>The demo is ready</source>
        <translation>演示已就绪</translation>
    </message>
    <message>
        <source>The demo project</source>
        <translation>演示项目</translation>
    </message>
    <message>
        <source>The table is cleaned and the base model is in place. Training takes about a minute.</source>
        <translation>表格已清洗，基础模型已就位。训练约需一分钟。</translation>
    </message>
    <message>
        <source>A messy table of contract clauses and a small base model: the whole loop, about a minute.</source>
        <translation>一份杂乱的合同条款表和一个小型基础模型：完整流程，约一分钟。</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>正在读取表格</translation>
    </message>
</context>
<context>
    <name>anneal::shell::BellButton</name>
    <message numerus="yes">
        <source>Notifications: %n new</source>
        <translation>
            <numerusform>通知：%n 条新消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>anneal::shell::BellList</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>When a run ends or a job fails, it is told here until you clear it.</source>
        <translation>运行结束或任务失败时会显示在这里，直到清除。</translation>
    </message>
</context>
<context>
    <name>anneal::shell::BellRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Take this off the list</source>
        <translation>从列表移除</translation>
    </message>
</context>
<context>
    <name>anneal::shell::JobTray</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已结束</translation>
    </message>
    <message>
        <source>Imports, exports and runs show here while they work, and afterwards what became of them.</source>
        <translation>导入、导出和运行在进行时显示在这里，结束后显示结果。</translation>
    </message>
</context>
<context>
    <name>anneal::shell::LookStep</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Both can be changed later.</source>
        <translation>以后都可以更改。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the desktop asks, or always the same.</source>
        <translation>跟随桌面，或固定一种。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
</context>
<context>
    <name>anneal::shell::MachineStep</name>
    <message>
        <source>Where data is to live</source>
        <translation>数据存放位置</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>更改位置</translation>
    </message>
    <message>
        <source>Data, runs and models live here</source>
        <translation>数据、运行和模型存放在这里</translation>
    </message>
    <message>
        <source>%1, with %2 free</source>
        <translation>%1，可用 %2</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Looking at this machine</source>
        <translation>正在检测本机</translation>
    </message>
    <message>
        <source>Check this machine</source>
        <translation>检查本机</translation>
    </message>
    <message>
        <source>The training engine is started once, to see that it starts.</source>
        <translation>会启动一次训练引擎，以确认可用。</translation>
    </message>
</context>
<context>
    <name>anneal::shell::Palette</name>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>匹配的命令</translation>
    </message>
    <message>
        <source>Nothing has these letters in its name</source>
        <translation>没有名称包含这些字符的项</translation>
    </message>
</context>
<context>
    <name>anneal::shell::PaletteModel</name>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
</context>
<context>
    <name>anneal::shell::ProjectButton</name>
    <message>
        <source>All projects</source>
        <translation>全部项目</translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation>项目：%1</translation>
    </message>
    <message>
        <source>Choose, make or rename a project</source>
        <translation>选择、新建或重命名项目</translation>
    </message>
</context>
<context>
    <name>anneal::shell::ProjectMenu</name>
    <message>
        <source>It needs a name first</source>
        <translation>请先输入名称</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Name of a new project</source>
        <translation>新项目名称</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n data set(s)</source>
        <translation>
            <numerusform>%n 个数据集</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 次运行</numerusform>
        </translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>全部项目</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>已删除 %1</translation>
    </message>
    <message>
        <source>Its data sets and runs stay where they are</source>
        <translation>其中的数据集和运行保持不变</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>anneal::shell::ProjectRow</name>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Name of the project</source>
        <translation>项目名称</translation>
    </message>
</context>
<context>
    <name>anneal::shell::QuestionSheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>anneal::shell::SearchButton</name>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
</context>
<context>
    <name>anneal::shell::ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>anneal::shell::StatusLine</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Processor: %1 busy</source>
        <translation>处理器：%1 占用</translation>
    </message>
    <message>
        <source>Memory %1 / %2 GiB</source>
        <translation>内存 %1 / %2 GiB</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>磁盘可用 %1</translation>
    </message>
    <message>
        <source>Free on the disk that holds data sets and runs</source>
        <translation>存放数据集与运行的磁盘的可用空间</translation>
    </message>
    <message>
        <source>Memory %1 of %2</source>
        <translation>显存 %1 / %2</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
    <message>
        <source>%1 W</source>
        <translation>%1 W</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n 张 GPU</numerusform>
        </translation>
    </message>
    <message>
        <source>The mean of all GPUs</source>
        <translation>所有 GPU 的平均值</translation>
    </message>
</context>
<context>
    <name>anneal::shell::TrayButton</name>
    <message numerus="yes">
        <source>%n job(s) failed</source>
        <translation>
            <numerusform>%n 个任务失败</numerusform>
        </translation>
    </message>
    <message>
        <source>No jobs running</source>
        <translation>没有运行中的任务</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>anneal::shell::TrayRow</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation>重试 %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>将 %1 从列表移除</translation>
    </message>
</context>
<context>
    <name>anneal::shell::Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Welcome to Anneal Studio</source>
        <translation>欢迎使用 Anneal Studio</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>anneal::shell::Window</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>所有更改已保存</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Show jobs</source>
        <translation>显示任务</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>显示通知</translation>
    </message>
    <message>
        <source>Show all shortcuts</source>
        <translation>显示全部快捷键</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
    <message>
        <source>Close what lies on top</source>
        <translation>关闭最上层</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>前往%1</translation>
    </message>
</context>
</TS>
