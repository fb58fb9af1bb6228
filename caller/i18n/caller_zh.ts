<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>caller</name>
    <message>
        <source>Call next</source>
        <translation>呼叫下一位</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Open window</source>
        <translation>开放窗口</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Finish with an outcome</source>
        <translation>办结并记结果</translation>
    </message>
    <message>
        <source>Suspend: the papers go with the visitor</source>
        <translation>挂起：群众带回材料（不持件）</translation>
    </message>
    <message>
        <source>Suspend: the papers stay here</source>
        <translation>挂起：材料留窗口（持件）</translation>
    </message>
    <message>
        <source>Suspend: waits for another step</source>
        <translation>挂起：等待其他环节</translation>
    </message>
    <message>
        <source>Suspended here: go on</source>
        <translation>本窗挂起：解挂</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Call a certain number</source>
        <translation>指定呼叫</translation>
    </message>
    <message>
        <source>Serve without a number</source>
        <translation>无号办理</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Missing papers, told once</source>
        <translation>一次告知缺件</translation>
    </message>
    <message>
        <source>Ask for a rating</source>
        <translation>请求评价</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The hall now</source>
        <translation>大厅实况</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>Issue a number</source>
        <translation>代取号</translation>
    </message>
    <message>
        <source>Find a ticket</source>
        <translation>查找号票</translation>
    </message>
    <message>
        <source>Missing slips</source>
        <translation>缺纸号票</translation>
    </message>
    <message>
        <source>Missing slips: {count}</source>
        <translation>缺票 {count} 张</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>全部区域</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Who comes now</source>
        <translation>现取号等</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>受理业务</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>号票纸</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{least}–{most} min</source>
        <translation>{least}–{most} 分</translation>
    </message>
    <message>
        <source>{open} of {all} open</source>
        <translation>{open}/{all} 开放</translation>
    </message>
    <message>
        <source>no window open</source>
        <translation>没有窗口开放</translation>
    </message>
    <message>
        <source>No numbers now</source>
        <translation>暂无号码</translation>
    </message>
    <message>
        <source>{number}, called</source>
        <translation>{number} 呼叫中</translation>
    </message>
    <message>
        <source>{number}, served</source>
        <translation>{number} 办理中</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>按名称查找</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号码</translation>
    </message>
    <message>
        <source>Taken by staff, marked on the slip</source>
        <translation>帮办代取，号票上注明</translation>
    </message>
    <message>
        <source>Who is it for? You vouch for the class.</source>
        <translation>为谁取号？类别由您证明。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>不打印</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>发号</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Give a class</source>
        <translation>设定类别</translation>
    </message>
    <message>
        <source>Move to a queue</source>
        <translation>转到其他队列</translation>
    </message>
    <message>
        <source>Move to a window</source>
        <translation>转到窗口</translation>
    </message>
    <message>
        <source>First in line</source>
        <translation>排在最前</translation>
    </message>
    <message>
        <source>Let wait again</source>
        <translation>恢复等候</translation>
    </message>
    <message>
        <source>Cancel the ticket</source>
        <translation>作废号票</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打号票</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Serves it first</source>
        <translation>优先受理</translation>
    </message>
    <message>
        <source>Helps after {minutes} min</source>
        <translation>候{minutes}分后协办</translation>
    </message>
    <message>
        <source>Serves it no more</source>
        <translation>不再受理</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>给窗口的消息</translation>
    </message>
    <message>
        <source>To this window</source>
        <translation>发给本窗口</translation>
    </message>
    <message>
        <source>To all windows</source>
        <translation>发给全部窗口</translation>
    </message>
    <message>
        <source>Sign the clerk out</source>
        <translation>让该窗口人员退出</translation>
    </message>
    <message>
        <source>Move the clerk there</source>
        <translation>人员调到此窗口</translation>
    </message>
    <message>
        <source>Done. {number} stays at window {window}: somebody has to go on there.</source>
        <translation>已完成。{number} 仍在 {window} 号窗口，需有人继续办理。</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管窗口</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>{at} {text}</source>
        <translation>{at} {text}</translation>
    </message>
    <message>
        <source>Choose a window in the table</source>
        <translation>请在表中选择窗口</translation>
    </message>
    <message>
        <source>Choose a number in the table</source>
        <translation>请在表中选择号码</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Every visitor has a slip</source>
        <translation>每位群众都有号票</translation>
    </message>
    <message>
        <source>{number} is issued, {ahead} ahead</source>
        <translation>已发 {number}，前面 {ahead} 人</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>No answer. Whether it was done is not known: look before you do it again.</source>
        <translation>没有应答，是否完成尚不清楚：请先查看，再决定是否重做。</translation>
    </message>
    <message>
        <source>Long wait</source>
        <translation>等候较久</translation>
    </message>
    <message>
        <source>Very long wait</source>
        <translation>等候过久</translation>
    </message>
    <message>
        <source>comes later</source>
        <translation>稍后办理</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等候中</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已叫号</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>已过号</translation>
    </message>
    <message>
        <source>moved to another queue</source>
        <translation>已转到其他队列</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>none was printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>being printed</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>did not print</source>
        <translation>未打出</translation>
    </message>
    <message>
        <source>may be out; nobody knows</source>
        <translation>可能已打出，无法确认</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>导服人员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Window console</source>
        <translation>窗口叫号器</translation>
    </message>
    <message>
        <source>Window {window}</source>
        <translation>{window} 号窗口</translation>
    </message>
    <message>
        <source>Window number</source>
        <translation>窗口号</translation>
    </message>
    <message>
        <source>Clerk number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>正在登录……</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Close and sign out</source>
        <translation>关窗并退出</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第{step}步/共{steps}步</translation>
    </message>
    <message>
        <source>The hall&apos;s computer cannot save anything now. It is tried again.</source>
        <translation>大厅主机暂时无法保存数据，正在重试……</translation>
    </message>
    <message>
        <source>{move}: no answer. Whether it was done is not known yet; this page will show it.</source>
        <translation>“{move}”没有收到应答，是否完成尚不确定，以本页稍后显示为准。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复叫号</translation>
    </message>
    <message>
        <source>Pass with a reason</source>
        <translation>过号并选择原因</translation>
    </message>
    <message>
        <source>Result ready to collect</source>
        <translation>办好，通知领证</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>nothing can be saved now</source>
        <translation>现在无法保存</translation>
    </message>
    <message>
        <source>under way …</source>
        <translation>正在办理…</translation>
    </message>
    <message>
        <source>another clerk is here</source>
        <translation>窗口另有他人</translation>
    </message>
    <message>
        <source>the window is not open</source>
        <translation>窗口未开放</translation>
    </message>
    <message>
        <source>nobody is here</source>
        <translation>窗口无人</translation>
    </message>
    <message>
        <source>{number} is being served</source>
        <translation>{number} 正在办理</translation>
    </message>
    <message>
        <source>in {seconds} s</source>
        <translation>还需 {seconds} 秒</translation>
    </message>
    <message>
        <source>{number} is here</source>
        <translation>{number} 在窗口</translation>
    </message>
    <message>
        <source>called just now</source>
        <translation>刚刚呼叫过</translation>
    </message>
    <message>
        <source>the hall has no reasons for it</source>
        <translation>大厅未设理由</translation>
    </message>
    <message>
        <source>nothing to take back</source>
        <translation>没有可撤销的</translation>
    </message>
    <message>
        <source>too late for {number}</source>
        <translation>{number} 已过撤销时限</translation>
    </message>
    <message>
        <source>no papers are listed</source>
        <translation>没有材料清单</translation>
    </message>
    <message>
        <source>nobody was served yet</source>
        <translation>还没有办过件</translation>
    </message>
    <message>
        <source>{number} comes back, was finished ({seconds} s)</source>
        <translation>{number} 办结收回（{seconds} 秒）</translation>
    </message>
    <message>
        <source>{number} comes back, was passed ({seconds} s)</source>
        <translation>{number} 过号收回（{seconds} 秒）</translation>
    </message>
    <message>
        <source>{number} comes back, was transferred ({seconds} s)</source>
        <translation>{number} 转办收回（{seconds} 秒）</translation>
    </message>
    <message>
        <source>papers with the visitor</source>
        <translation>不持件</translation>
    </message>
    <message>
        <source>papers here</source>
        <translation>持件</translation>
    </message>
    <message>
        <source>waits for another step</source>
        <translation>等待其他环节</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>{act} · {number}</source>
        <translation>{act} · {number}</translation>
    </message>
    <message>
        <source>No reason</source>
        <translation>不填原因</translation>
    </message>
    <message>
        <source>Finish without an outcome</source>
        <translation>办结，不记结果</translation>
    </message>
    <message>
        <source>Next step: {queue}</source>
        <translation>下一步：{queue}</translation>
    </message>
    <message>
        <source>Finish; next step: {queue}</source>
        <translation>办结，转下一步：{queue}</translation>
    </message>
    <message>
        <source>No further step</source>
        <translation>无后续环节</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 人等候</translation>
    </message>
    <message>
        <source>First in line there</source>
        <translation>到那里排在最前</translation>
    </message>
    <message>
        <source>Comes back to this window</source>
        <translation>办完回本窗口</translation>
    </message>
    <message>
        <source>is gone from here</source>
        <translation>已不在列</translation>
    </message>
    <message>
        <source>{count} changes: show</source>
        <translation>有 {count} 处变化：显示</translation>
    </message>
    <message>
        <source>Send back with the list</source>
        <translation>退办并一次告知</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>打印清单</translation>
    </message>
    <message>
        <source>Print the list of {number} again</source>
        <translation>再打印一次 {number} 的清单</translation>
    </message>
    <message>
        <source>no printer is set up here</source>
        <translation>本机没有设打印机</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>The list is printed.</source>
        <translation>清单已打印。</translation>
    </message>
    <message>
        <source>The list was not printed.</source>
        <translation>清单没有打印出来。</translation>
    </message>
    <message>
        <source>Please look whether the list came out.</source>
        <translation>请看清单是否已打出。</translation>
    </message>
    <message>
        <source>Name, first letters or number</source>
        <translation>名称、拼音首字母或号码</translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>The list did not come.</source>
        <translation>名单没有取到。</translation>
    </message>
    <message>
        <source>Somebody else is at the window now. Nothing was done.</source>
        <translation>窗口已换人，未作任何操作。</translation>
    </message>
    <message>
        <source>finishes {number}</source>
        <translation>{number} 随即办结</translation>
    </message>
    <message>
        <source>Show {number} on the screens</source>
        <translation>在领证屏显示 {number}</translation>
    </message>
    <message>
        <source>ready since {time}</source>
        <translation>{time} 起可领取</translation>
    </message>
    <message>
        <source>Collected by the visitor</source>
        <translation>群众已领取</translation>
    </message>
    <message>
        <source>A mistake: take it off the screens</source>
        <translation>报错了：从领证屏撤下</translation>
    </message>
    <message>
        <source>Only letters and figures, at most {most}; no name, phone or ID number.</source>
        <translation>只能用字母和数字，最多 {most} 个；不能写姓名、电话或身份证号。</translation>
    </message>
    <message>
        <source>Number or acceptance number</source>
        <translation>号码或办件编号</translation>
    </message>
    <message>
        <source>Tick what is missing</source>
        <translation>勾选缺少的材料</translation>
    </message>
    <message>
        <source>Call out of turn</source>
        <translation>指呼</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>解挂</translation>
    </message>
    <message>
        <source>Without a number</source>
        <translation>无号办理</translation>
    </message>
    <message>
        <source>{move}: in {seconds} s</source>
        <translation>{move}（{seconds} 秒后）</translation>
    </message>
    <message>
        <source>Call next from any program</source>
        <translation>呼叫下一位（在其他程序中）</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小窗</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大窗</translation>
    </message>
    <message>
        <source>Nobody at the window</source>
        <translation>窗口没有办事人</translation>
    </message>
    <message>
        <source>called {calls} times</source>
        <translation>已叫 {calls} 次</translation>
    </message>
    <message>
        <source>Why: tier {tier}, {score} points</source>
        <translation>叫号依据：第 {tier} 档，{score} 分</translation>
    </message>
    <message>
        <source>Why: tier {tier}, {score} points; after it {number}</source>
        <translation>叫号依据：第 {tier} 档，{score} 分；其后 {number}</translation>
    </message>
    <message>
        <source>Waiting: {total}</source>
        <translation>等候 {total} 人</translation>
    </message>
    <message>
        <source>longest {time}</source>
        <translation>最长 {time}</translation>
    </message>
    <message>
        <source>{key} ({act})</source>
        <translation>{key}（{act}）</translation>
    </message>
    <message>
        <source>Another program has {keys}. Close that program and start this one again, or set another key.</source>
        <translation>{keys} 被别的程序占用。请关掉那个程序再重启本程序，或另设按键。</translation>
    </message>
    <message>
        <source>The list of {number} was not printed.</source>
        <translation>{number} 的清单没有打印。</translation>
    </message>
    <message>
        <source>Please look whether the list of {number} came out.</source>
        <translation>请看看 {number} 的清单打出来没有。</translation>
    </message>
    <message>
        <source>Put in a new roll.</source>
        <translation>请换上新纸卷。</translation>
    </message>
    <message>
        <source>Close the cover.</source>
        <translation>请合上盖子。</translation>
    </message>
    <message>
        <source>Switch it off, take out the paper, switch it on.</source>
        <translation>请关机，取出纸，再开机。</translation>
    </message>
    <message>
        <source>Press its feed key.</source>
        <translation>请按走纸键。</translation>
    </message>
    <message>
        <source>Look at its power and its cable.</source>
        <translation>请查看电源和连线。</translation>
    </message>
    <message>
        <source>Switch it off and on.</source>
        <translation>请关机再开机。</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>正在连接……</translation>
    </message>
    <message>
        <source>No connection since {time}. It comes back by itself.</source>
        <translation>{time} 起连接中断，恢复后自动继续。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>我的今天</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Line, my day …</source>
        <translation>排队名单、我的今天……</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>已等</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>{time} 起</translation>
    </message>
    <message>
        <source>The list stands still while you choose: {gone} gone, {come} new</source>
        <translation>选择时名单不动：{gone} 人已离开，{come} 人新到</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 人</translation>
    </message>
    <message>
        <source>It did not come. It is asked for again.</source>
        <translation>没有取到，稍后自动再取。</translation>
    </message>
    <message>
        <source>Nobody is waiting for this window.</source>
        <translation>本窗口暂无等候人员。</translation>
    </message>
    <message>
        <source>Choose a number to call it out of turn</source>
        <translation>选中一个号，可以选呼</translation>
    </message>
    <message>
        <source>Call {number} out of turn …</source>
        <translation>选呼 {number}……</translation>
    </message>
    <message>
        <source>For</source>
        <translation>已持续</translation>
    </message>
    <message>
        <source>No other window serves these queues.</source>
        <translation>没有其他窗口办理这些业务。</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Finished today: {count}</source>
        <translation>今天已办 {count} 件</translation>
    </message>
    <message>
        <source>at the window on average {time}</source>
        <translation>平均用时 {time}</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Ratings of the last 7 days: {count}, satisfied {percent} %</source>
        <translation>最近 7 天的评价：{count} 个，满意 {percent}%</translation>
    </message>
    <message>
        <source>No ratings in the last 7 days</source>
        <translation>最近 7 天没有评价</translation>
    </message>
    <message>
        <source>Today&apos;s ratings are counted when the day is over.</source>
        <translation>今天的评价在当天结束后统计。</translation>
    </message>
    <message>
        <source>Nobody was finished here today.</source>
        <translation>今天还没有办结的。</translation>
    </message>
    <message>
        <source>{time} left of {minutes} min</source>
        <translation>还有 {time}，共 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Nearly over: {time} left of {minutes} min</source>
        <translation>快到时限：还有 {time}，共 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} min are over, by {time}</source>
        <translation>{minutes} 分钟时限已过，超出 {time}</translation>
    </message>
    <message>
        <source>Nearly over</source>
        <translation>快到时限</translation>
    </message>
    <message>
        <source>Time is over</source>
        <translation>已过时限</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Hall&apos;s computer</source>
        <translation>大厅主机</translation>
    </message>
    <message>
        <source>connected; what is shown is of now</source>
        <translation>已连接，显示的是现在的情况</translation>
    </message>
    <message>
        <source>no connection; what is shown is of {time}</source>
        <translation>连接中断，显示的是 {time} 的情况</translation>
    </message>
    <message>
        <source>no connection yet</source>
        <translation>尚未连接</translation>
    </message>
    <message>
        <source>connected; it cannot save anything now</source>
        <translation>已连接，但目前无法保存</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>按键器</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>评价器</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>读卡器</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>works badly</source>
        <translation>工作不正常</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>none at this console</source>
        <translation>本台没有</translation>
    </message>
    <message>
        <source>{move}: it was not done. Please press again.</source>
        <translation>“{move}”没有完成，请再按一次。</translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not answer. Still trying …</source>
        <translation>大厅主机没有应答，正在重试……</translation>
    </message>
    <message>
        <source>The hall&apos;s computer did not answer. Please try again.</source>
        <translation>大厅主机没有应答，请再试一次。</translation>
    </message>
    <message>
        <source>Signed out without a connection: window {window} was not closed.</source>
        <translation>退出时没有连接，{window} 号窗口未能关闭。</translation>
    </message>
    <message>
        <source>The supervisor signed you out of window {window}.</source>
        <translation>主管已将您从 {window} 号窗口退出登录。</translation>
    </message>
    <message>
        <source>The supervisor moved you to window {to}. Please sign in there.</source>
        <translation>主管已将您调到 {to} 号窗口，请到该窗口登录。</translation>
    </message>
    <message>
        <source>Your rights were changed. Please sign in again.</source>
        <translation>您的权限已变更，请重新登录。</translation>
    </message>
    <message>
        <source>You opened window {to}, so this one was closed.</source>
        <translation>您已在 {to} 号窗口开放，本窗口随之关闭。</translation>
    </message>
    <message>
        <source>The supervisor closed this window. Open it to go on.</source>
        <translation>主管关闭了本窗口。如需继续，请开放窗口。</translation>
    </message>
    <message>
        <source>The supervisor paused this window. Resume to go on.</source>
        <translation>主管暂停了本窗口。如需继续，请恢复叫号。</translation>
    </message>
    <message>
        <source>This window serves other queues from the next call on.</source>
        <translation>从下一次叫号起，本窗口办理的队列有变。</translation>
    </message>
    <message>
        <source>{move}: it was not done.</source>
        <translation>“{move}”没有完成。</translation>
    </message>
    <message>
        <source>Please fill in all three.</source>
        <translation>请填写全部三项。</translation>
    </message>
    <message>
        <source>Show the bar</source>
        <translation>显示横条</translation>
    </message>
    <message>
        <source>Show the whole console</source>
        <translation>显示完整窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>Screens that ask</source>
        <translation>请求加入的屏幕</translation>
    </message>
    <message>
        <source>Screens that ask: {count}</source>
        <translation>请求加入的屏幕：{count}</translation>
    </message>
    <message>
        <source>No screen asks to join</source>
        <translation>没有屏幕请求加入</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>配对码</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>取号机</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>It shows</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>As the hall file says</source>
        <translation>按大厅文件</translation>
    </message>
    <message>
        <source>The whole hall</source>
        <translation>整个大厅</translation>
    </message>
    <message>
        <source>Results to collect</source>
        <translation>领证</translation>
    </message>
    <message>
        <source>Screen of window {window}</source>
        <translation>{window} 号窗口屏</translation>
    </message>
    <message>
        <source>Rating pad of window {window}</source>
        <translation>{window} 号窗口评价器</translation>
    </message>
    <message>
        <source>Let it join</source>
        <translation>准许加入</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Choose who joins in the table, and give it a name</source>
        <translation>请在表中选择屏幕并填写名称</translation>
    </message>
    <message>
        <source>{code} joins as {name}</source>
        <translation>{code} 已加入，名称：{name}</translation>
    </message>
    <message>
        <source>{code} may not join</source>
        <translation>已拒绝 {code}</translation>
    </message>
    <message>
        <source>PC locked or asleep {since}–{until}: {what}</source>
        <translation>电脑锁屏或休眠 {since}–{until}：{what}</translation>
    </message>
    <message>
        <source>waiting before {before}, now {after}</source>
        <translation>等候人数由 {before} 变为 {after}</translation>
    </message>
    <message>
        <source>window now: {status}</source>
        <translation>窗口现为{status}</translation>
    </message>
    <message>
        <source>now at the window: {number}</source>
        <translation>窗口现有 {number}</translation>
    </message>
    <message>
        <source>{number} is no longer at the window</source>
        <translation>{number} 已不在窗口</translation>
    </message>
</context>
</TS>
