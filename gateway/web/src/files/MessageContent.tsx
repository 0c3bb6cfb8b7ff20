import type { Attachment } from '../protocol/frames';
import { MessageBody } from '../ui/MessageBody';
import { AttachmentView } from './AttachmentView';

interface Props {
  text: string;
  attachment: Attachment | undefined;
}

/** What a message says, and its file. The name of a file that was sent without words is not said twice. */
export function MessageContent({ text, attachment }: Props) {
  const bare = attachment !== undefined && (text === '' || text === attachment.name);
  return (
    <>
      {!bare && <MessageBody text={text} />}
      {attachment && <AttachmentView file={attachment} />}
    </>
  );
}
